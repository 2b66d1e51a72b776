package dev.fileapi.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version, or an upload that may become one, as the metadata store keeps it.
 *
 * @param linkExpiresAt when the last link to write its blob runs out
 * @param nextCheck what the sweep is to look for next; null once the state is final and nothing is left to do
 * @param nextCheckAt when; null exactly when {@code nextCheck} is
 * @param condition null when the upload is unconditional
 * @param blob null until committed
 * @param committedAt when the commit was recorded; null until then
 */
public record VersionRecord(
        Workspace workspace,
        FileId fileId,
        VersionId id,
        VersionState state,
        Instant createdAt,
        User createdBy,
        Instant linkExpiresAt,
        @Nullable Check nextCheck,
        @Nullable Instant nextCheckAt,
        @Nullable UploadCondition condition,
        @Nullable BlobFacts blob,
        @Nullable Instant committedAt,
        Revision revision) {

    public BlobName blobName() {
        return new BlobName(workspace, fileId, id);
    }
}
