package dev.fileapi.files;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;

/**
 * A recorded upload.
 *
 * @param file as it is now; nascent when its only uploads were superseded
 * @param version in its final state
 */
public record CompletedUpload(FileRecord file, VersionRecord version) {}
