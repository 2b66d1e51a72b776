package dev.fileapi.files.model;

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
 * @param committedAt when its blob was sealed to be committed; null until then
 * @param rejection null unless rejected
 */
public record VersionRecord(
        Workspace workspace,
        FileId fileId,
        VersionId id,
        VersionState state,
        Instant createdAt,
        User createdBy,
        Instant linkExpiresAt,
        @Nullable SweepStage nextCheck,
        @Nullable Instant nextCheckAt,
        @Nullable UploadCondition condition,
        @Nullable BlobInfo blob,
        @Nullable Instant committedAt,
        @Nullable RejectionReason rejection,
        Revision revision)
        implements Scheduled {

    public BlobName blobName() {
        return new BlobName(workspace, fileId, id);
    }

    /** This upload with a fresh link, to be looked at as if it had just been issued. */
    public VersionRecord relinked(Instant linkExpiresAt, Instant earlyCheckAt) {
        return with(VersionState.PENDING, linkExpiresAt, SweepStage.EARLY, earlyCheckAt, null, null, null);
    }

    /** This upload, to be looked at again. */
    public VersionRecord checkedNext(SweepStage check, Instant at) {
        return with(state, linkExpiresAt, check, at, null, null, rejection);
    }

    /** This upload given up, to be removed at the given time. */
    public VersionRecord cancelled(Instant removeAt) {
        return with(VersionState.CANCELLED, linkExpiresAt, SweepStage.DISCARD, removeAt, null, null, null);
    }

    /** This version in its final state, with what its blob is. */
    public VersionRecord ended(VersionState finalState, BlobInfo facts, Instant at) {
        return with(finalState, linkExpiresAt, null, null, facts, at, null);
    }

    /** This upload refused; what its links still write is removed at the given time. */
    public VersionRecord rejected(RejectionReason reason, Instant removeAt) {
        return with(VersionState.REJECTED, linkExpiresAt, SweepStage.DISCARD, removeAt, null, null, reason);
    }

    private VersionRecord with(
            VersionState newState,
            Instant newLinkExpiresAt,
            @Nullable SweepStage newCheck,
            @Nullable Instant newCheckAt,
            @Nullable BlobInfo newBlob,
            @Nullable Instant newCommittedAt,
            @Nullable RejectionReason newRejection) {
        return new VersionRecord(
                workspace,
                fileId,
                id,
                newState,
                createdAt,
                createdBy,
                newLinkExpiresAt,
                newCheck,
                newCheckAt,
                condition,
                newBlob,
                newCommittedAt,
                newRejection,
                revision);
    }
}
