package dev.fileapi.blobs.azure;

import dev.fileapi.files.BlobName;
import dev.fileapi.files.FileId;
import dev.fileapi.files.FilePath;
import dev.fileapi.files.User;
import dev.fileapi.files.VersionDescription;
import dev.fileapi.files.VersionId;
import dev.fileapi.files.Workspace;
import java.time.Instant;
import java.util.UUID;

/** Names for blobs in tests. */
final class Blobs {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456Z");
    static final User ADA = new User(new UUID(0, 1), "Ada Lovelace", null);

    private Blobs() {}

    static BlobName random() {
        return new BlobName(
                new Workspace(UUID.randomUUID(), UUID.randomUUID()),
                FileId.random(),
                new VersionId(1701303755570785597L));
    }

    static VersionDescription description() {
        return new VersionDescription(
                FilePath.parse("größe/€.txt"), TIME, ADA, TIME.plusSeconds(1), ADA, TIME, null, TIME.plusSeconds(2));
    }
}
