package dev.fileapi.blobs.azure;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import java.time.Instant;
import java.util.UUID;

/** Names for blobs in tests. */
public final class Blobs {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456Z");
    static final User ADA = new User(new UUID(0, 1), "Ada Lovelace", null);

    private Blobs() {}

    public static BlobName random() {
        return new BlobName(
                new Workspace(UUID.randomUUID(), UUID.randomUUID()),
                FileId.random(),
                new VersionId(1701303755570785597L));
    }

    public static VersionDescription description() {
        return new VersionDescription(
                FilePath.parse("größe/€.txt"), TIME, ADA, TIME.plusSeconds(1), ADA, TIME, null, TIME.plusSeconds(2));
    }
}
