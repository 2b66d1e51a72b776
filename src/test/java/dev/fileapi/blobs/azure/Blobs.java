package dev.fileapi.blobs.azure;

import dev.fileapi.files.BlobName;
import dev.fileapi.files.FileId;
import dev.fileapi.files.VersionId;
import dev.fileapi.files.Workspace;
import java.util.UUID;

/** Names for blobs in tests. */
final class Blobs {

    private Blobs() {}

    static BlobName random() {
        return new BlobName(
                new Workspace(UUID.randomUUID(), UUID.randomUUID()),
                FileId.random(),
                new VersionId(1701303755570785597L));
    }
}
