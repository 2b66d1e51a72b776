package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
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

    /** Seals what is committed to the blob, and returns the facts. */
    public static BlobInfo sealed(BlobStore store, BlobName name) {
        return sealed(store, name, description()).facts();
    }

    static SealedBlob sealed(BlobStore store, BlobName name, VersionDescription description) {
        SealOutcome outcome = store.seal(name, description, null);
        assertThat(outcome).isInstanceOf(SealOutcome.Sealed.class);
        return ((SealOutcome.Sealed) outcome).blob();
    }

    public static VersionDescription description() {
        return new VersionDescription(
                FilePath.parse("größe/€.txt"),
                TIME,
                ADA,
                TIME.plusSeconds(1),
                ADA,
                TIME,
                null,
                VersionDetails.NONE,
                TIME.plusSeconds(2));
    }
}
