package dev.fileapi.files;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an upload whose bytes are committed into a version: seals the blob, moves the file's pointer, and finishes the version's record
 * last. After a crash at any step, the next event, read or sweep repeats the same steps to the end.
 */
@Singleton
public final class CommitUpload {

    private static final Logger LOG = LoggerFactory.getLogger(CommitUpload.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final RejectUpload rejections;
    private final SettleLatest settle;
    private final VerificationPolicy verification;
    private final LatestPointer pointer;
    private final FileMetrics metrics;
    private final Clock clock;

    CommitUpload(
            MetadataStore store,
            BlobStore blobs,
            RejectUpload rejections,
            SettleLatest settle,
            VerificationPolicy verification,
            LatestPointer pointer,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.rejections = rejections;
        this.settle = settle;
        this.verification = verification;
        this.pointer = pointer;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Commits the upload that a blob event names. Does nothing when no upload is known for the blob, or when it is recorded already.
     *
     * @return the version, as {@link #commit(VersionRecord, CommitTrigger)} does
     */
    public Optional<VersionRecord> commit(BlobName name) {
        Optional<VersionRecord> version = findVersion(name);
        if (version.isEmpty() && blobs.isCommitted(name)) {
            LOG.warn("A blob without a version record was committed: blob={}", name);
            metrics.orphanFound();
        }
        return version.flatMap(known -> commit(known, CommitTrigger.EVENT));
    }

    /**
     * Commits an upload.
     *
     * @return the version in its final state, be it rejected; empty when there is nothing to record: no bytes are committed, or they are
     *     to be read before the version appears, or the version or its file is being removed
     */
    public Optional<VersionRecord> commit(VersionRecord version, CommitTrigger trigger) {
        if (version.state() != VersionState.PENDING) {
            return finished(version);
        }
        Optional<FileRecord> file = findFile(version.blobName());
        if (file.isEmpty()) {
            LOG.warn("There is no file for a blob to belong to: blob={}", version.blobName());
        }
        return file.flatMap(known -> commit(known, version, trigger));
    }

    /** Commits an upload whose file has been read already; see {@link #commit(VersionRecord, CommitTrigger)}. */
    public Optional<VersionRecord> commit(FileRecord file, VersionRecord version, CommitTrigger trigger) {
        if (version.state() != VersionState.PENDING) {
            return finished(version);
        }
        return version.verificationTask() == null ? seal(file, version, trigger) : Optional.empty();
    }

    /**
     * Commits an upload that waited for its bytes to be read, now that what they are is described.
     *
     * @return as {@link #commit(VersionRecord, CommitTrigger)}
     */
    public Optional<VersionRecord> commitAwaited(VersionRecord version) {
        return version.state() == VersionState.PENDING
                ? findFile(version.blobName()).flatMap(file -> seal(file, version, CommitTrigger.SWEEP))
                : finished(version);
    }

    private Optional<VersionRecord> seal(FileRecord file, VersionRecord version, CommitTrigger trigger) {
        Instant now = clock.instant();
        SealOutcome outcome =
                blobs.seal(version.blobName(), VersionDescription.of(file, version, now), version.expectedSize());
        if (outcome instanceof SealOutcome.Sealed sealed) {
            VersionDetails details = sealed.blob().details();
            if (verification.isAwaited(version.workspace(), details)) {
                await(version, details);
                return Optional.empty();
            }
            return record(file, new SealedUpload(version.blobName(), sealed.blob(), now, trigger))
                    .recorded();
        }
        return outcome instanceof SealOutcome.Refused refused && isOver(version, refused, now)
                ? rejections.reject(version.blobName(), refused.reason())
                : Optional.empty();
    }

    /** When another writer is faster, the next look at the upload does it. */
    private void await(VersionRecord version, VersionDetails details) {
        VerificationTask task = verification.taskFor(details);
        if (task != null) {
            store.replaceVersion(version.toVerify(task));
        }
    }

    /** A cause that may pass is given until the last link has ended. */
    private static boolean isOver(VersionRecord version, SealOutcome.Refused refused, Instant now) {
        return refused.last() || !now.isBefore(version.linkExpiresAt());
    }

    private static Optional<VersionRecord> finished(VersionRecord version) {
        return version.state() == VersionState.CANCELLED ? Optional.empty() : Optional.of(version);
    }

    private CommitOutcome record(FileRecord known, SealedUpload upload) {
        return attempt(Optional.of(known), upload)
                .unlessConflict()
                .orElseGet(() -> OptimisticRetry.untilWritten(
                        () -> attempt(findFile(upload.name()), upload).unlessConflict()));
    }

    private CommitOutcome attempt(Optional<FileRecord> file, SealedUpload upload) {
        // Read after the file: who withdraws an upload writes the file's record last, which cannot come between this
        // read and the pointer's move unseen.
        Optional<VersionRecord> version = findVersion(upload.name());
        CommitDecision decision = CommitDecision.of(file.orElse(null), version.orElse(null));
        return switch (decision) {
            case NOTHING -> nothing(upload);
            case ALREADY_FINISHED -> new CommitOutcome.Recorded(version.orElseThrow());
            case FINISH_LATEST ->
                finish(
                        version.orElseThrow(),
                        VersionState.COMMITTED,
                        upload.as(file.map(FileRecord::latest).orElseThrow()));
            case SUPERSEDE -> supersede(version.orElseThrow(), upload);
            case FINISH_OLDER -> finishOlder(version.orElseThrow(), upload);
            case BECOME_LATEST -> becomeLatest(file.orElseThrow(), version.orElseThrow(), upload);
        };
    }

    private static CommitOutcome nothing(SealedUpload upload) {
        LOG.warn("A committed blob has no file or version to belong to: blob={}", upload.name());
        return new CommitOutcome.Nothing();
    }

    /** The newer version may have been taken back meanwhile. */
    private CommitOutcome finishOlder(VersionRecord version, SealedUpload upload) {
        CommitOutcome outcome = finish(version, VersionState.COMMITTED, upload);
        pointer.raise(version.workspace(), version.fileId());
        return outcome;
    }

    private CommitOutcome supersede(VersionRecord version, SealedUpload upload) {
        blobs.markSuperseded(upload.name());
        return finish(version, VersionState.SUPERSEDED, upload);
    }

    private CommitOutcome becomeLatest(FileRecord file, VersionRecord version, SealedUpload upload) {
        settle.beforeItIsLeft(file);
        return store.replaceFile(pointingAt(version, upload.blob(), file)) instanceof FileWrite.Written
                ? finish(version, VersionState.COMMITTED, upload)
                : new CommitOutcome.Conflict();
    }

    private static FileRecord pointingAt(VersionRecord version, SealedBlob blob, FileRecord file) {
        CommittedVersion latest = new CommittedVersion(
                version.id(), blob.facts(), blob.details(), version.createdAt(), version.createdBy());
        return file.pointingAt(latest);
    }

    private CommitOutcome finish(VersionRecord version, VersionState state, SealedUpload upload) {
        VersionDetails details = upload.blob().details();
        VerificationTask task = state == VersionState.COMMITTED ? verification.taskFor(details) : null;
        Optional<VersionRecord> written =
                store.replaceVersion(version.ended(state, upload.facts(), details, task, upload.at()));
        written.ifPresent(finished -> report(finished, upload));
        return written.<CommitOutcome>map(CommitOutcome.Recorded::new).orElseGet(CommitOutcome.Conflict::new);
    }

    private void report(VersionRecord finished, SealedUpload upload) {
        Duration delay = Duration.between(upload.blob().writtenAt(), clock.instant());
        LOG.info(
                "upload ended: blob={} state={} size={} noticed_by={} delay_seconds={}",
                finished.blobName(),
                finished.state(),
                upload.facts().size(),
                upload.trigger(),
                delay.toSeconds());
        metrics.uploadRecorded(upload.trigger(), finished.state(), delay);
    }

    private Optional<VersionRecord> findVersion(BlobName name) {
        return store.findVersion(name.workspace(), name.fileId(), name.versionId());
    }

    private Optional<FileRecord> findFile(BlobName name) {
        return store.findFile(name.workspace(), name.fileId()).filter(file -> file.state() != FileState.PURGING);
    }

    /** A sealed blob, when it was sealed, and what triggered the commit. */
    private record SealedUpload(BlobName name, SealedBlob blob, Instant at, CommitTrigger trigger) {

        BlobInfo facts() {
            return blob.facts();
        }

        /** Returns the same with the facts that are on record already. */
        SealedUpload as(CommittedVersion recorded) {
            return new SealedUpload(
                    name, new SealedBlob(recorded.blob(), recorded.details(), blob.writtenAt()), at, trigger);
        }
    }
}
