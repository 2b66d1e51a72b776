package dev.fileapi.files.store;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;

/** Where an upload stands in a workspace's uploads: newest version id first, then by file id. */
public record UploadPlace(VersionId versionId, FileId fileId) {

    /** Returns the place of an upload. */
    public static UploadPlace of(VersionRecord upload) {
        return new UploadPlace(upload.id(), upload.fileId());
    }
}
