package dev.fileapi.files.store;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;

/**
 * A file that is to be stored with its first version.
 *
 * @param file a nascent file, whose id has not been used
 * @param first a pending version of it
 */
public record NewFile(FileRecord file, VersionRecord first) {}
