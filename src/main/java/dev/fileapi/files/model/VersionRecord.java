package dev.fileapi.files.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version, or an upload that may become one, as the metadata store keeps it.
 *
 * @param linkExpiresAt when the last link to write its blob runs out
 * @param nextCheck what the sweep is to look for next; null once the state is final and nothing is left to do
 * @param nextCheckAt when; null exactly when {@code nextCheck} is
 * @param condition null when the upload is unconditional
 * @param expectedSize in bytes, as told when the link was issued; null when it was not
 * @param blob null until committed; kept when the version is rejected afterwards
 * @param committedAt when its blob was sealed to be committed; null until then
 * @param rejection null unless rejected
 * @param verificationTask what is still to be read of its bytes; null when nothing is
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
        @Nullable Long expectedSize,
        VersionDetails details,
        @Nullable BlobInfo blob,
        @Nullable Instant committedAt,
        @Nullable RejectionReason rejection,
        @Nullable VerificationTask verificationTask,
        Revision revision)
        implements Scheduled {

    public BlobName blobName() {
        return new BlobName(workspace, fileId, id);
    }

    /** Returns what is known of its bytes in comparison with what was told of them, be that their size alone. */
    public Verification verification() {
        return rejection == RejectionReason.WRONG_SIZE || rejection == RejectionReason.WRONG_CHECKSUM
                ? Verification.FAILED
                : details.verification();
    }

    /** This upload with a fresh link, to be looked at as if it had just been issued. */
    public VersionRecord relinked(Instant newLinkExpiresAt, Instant earlyCheckAt) {
        return with(
                VersionState.PENDING,
                newLinkExpiresAt,
                SweepStage.EARLY,
                earlyCheckAt,
                details,
                null,
                null,
                null,
                null);
    }

    /** This upload, to be looked at again. */
    public VersionRecord checkedNext(SweepStage check, Instant at) {
        return with(state, linkExpiresAt, check, at, details, blob, committedAt, rejection, verificationTask);
    }

    /** This version with what is left to read of its bytes. */
    public VersionRecord toVerify(VerificationTask task) {
        return with(state, linkExpiresAt, nextCheck, nextCheckAt, details, blob, committedAt, rejection, task);
    }

    /** This version after all its bytes have been read. */
    public VersionRecord verified(Checksums computed) {
        return with(
                state,
                linkExpiresAt,
                nextCheck,
                nextCheckAt,
                details.verified(computed),
                blob,
                committedAt,
                rejection,
                null);
    }

    /** This version with other tags. */
    public VersionRecord withTags(Map<String, String> tags) {
        return with(
                state,
                linkExpiresAt,
                nextCheck,
                nextCheckAt,
                details.withTags(tags),
                blob,
                committedAt,
                rejection,
                verificationTask);
    }

    /** This upload given up, to be removed at the given time. */
    public VersionRecord cancelled(Instant removeAt) {
        return with(
                VersionState.CANCELLED, linkExpiresAt, SweepStage.DISCARD, removeAt, details, null, null, null, null);
    }

    /** This version in its final state, with what its blob is and what is still to be read of it. */
    public VersionRecord ended(
            VersionState finalState,
            BlobInfo facts,
            VersionDetails newDetails,
            @Nullable VerificationTask task,
            Instant at) {
        return with(finalState, linkExpiresAt, null, null, newDetails, facts, at, null, task);
    }

    /** This version in its final state, as the file's pointer says that moved to it before a crash. */
    public VersionRecord committedAs(CommittedVersion pointer, @Nullable VerificationTask task, Instant at) {
        return ended(VersionState.COMMITTED, pointer.blob(), pointer.details(), task, at);
    }

    /** This upload refused; what its links still write is removed at the given time. */
    public VersionRecord rejected(RejectionReason reason, Instant removeAt) {
        return rejected(reason, removeAt, null, null);
    }

    /** This version taken back after it was committed, which {@link #wasCommitted} tells; to be removed at the given time. */
    public VersionRecord withdrawn(RejectionReason reason, Instant removeAt) {
        return rejected(reason, removeAt, blob, committedAt);
    }

    private VersionRecord rejected(
            RejectionReason reason, Instant removeAt, @Nullable BlobInfo facts, @Nullable Instant at) {
        VersionDetails known = reason.isMismatch() ? details.failed() : details;
        return with(VersionState.REJECTED, linkExpiresAt, SweepStage.DISCARD, removeAt, known, facts, at, reason, null);
    }

    /** Returns this version as a file points to it; empty while its bytes are not on record, and after it was taken back. */
    public Optional<CommittedVersion> committed() {
        return blob == null || wasCommitted()
                ? Optional.empty()
                : Optional.of(new CommittedVersion(id, blob, details, createdAt, createdBy));
    }

    /** Whether it was rejected only after it had been committed. */
    public boolean wasCommitted() {
        return state == VersionState.REJECTED && blob != null;
    }

    private VersionRecord with(
            VersionState newState,
            Instant newLinkExpiresAt,
            @Nullable SweepStage newCheck,
            @Nullable Instant newCheckAt,
            VersionDetails newDetails,
            @Nullable BlobInfo newBlob,
            @Nullable Instant newCommittedAt,
            @Nullable RejectionReason newRejection,
            @Nullable VerificationTask newTask) {
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
                expectedSize,
                newDetails,
                newBlob,
                newCommittedAt,
                newRejection,
                newTask,
                revision);
    }
}
