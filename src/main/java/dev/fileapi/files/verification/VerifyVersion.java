package dev.fileapi.files.verification;

import dev.fileapi.files.CommitUpload;
import dev.fileapi.files.OptimisticRetry;
import dev.fileapi.files.RejectUpload;
import dev.fileapi.files.WithdrawVersion;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a version that was too large to be read while it was recorded, and records what its bytes are. The description, from which records
 * are made anew, is written first; the version's record last: until then it stays due, and a call after a crash does the rest.
 */
@Singleton
public final class VerifyVersion {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyVersion.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final ReadVersion reading;
    private final CommitUpload commits;
    private final RejectUpload rejections;
    private final WithdrawVersion withdraw;
    private final FileMetrics metrics;
    private final Clock clock;

    public VerifyVersion(
            MetadataStore store,
            BlobStore blobs,
            ReadVersion reading,
            CommitUpload commits,
            RejectUpload rejections,
            WithdrawVersion withdraw,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.reading = reading;
        this.commits = commits;
        this.rejections = rejections;
        this.withdraw = withdraw;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Reads a version that is due, if it is; as {@link #verify(VersionRecord, Instant)}. */
    public VerificationOutcome verify(BlobName name, Instant deadline) {
        return find(name).map(version -> verify(version, deadline)).orElse(VerificationOutcome.LEFT);
    }

    /**
     * Reads on a version that is due, and records the result when all is read.
     *
     * @param deadline no section of it is begun afterwards, but one
     */
    public VerificationOutcome verify(VersionRecord version, Instant deadline) {
        VerificationTask task = version.verificationTask();
        if (task == null || task.dueAt().isAfter(clock.instant())) {
            return VerificationOutcome.LEFT;
        }
        BlobInfo blob = version.blob() == null ? sealed(version) : version.blob();
        if (blob == null) {
            return VerificationOutcome.LEFT;
        }
        ReadVersion.Progress progress = reading.readOn(version, blob, deadline);
        if (progress instanceof ReadVersion.Progress.Complete complete) {
            return conclude(version.blobName(), complete.computed());
        }
        return progress instanceof ReadVersion.Progress.Partial
                ? VerificationOutcome.CONTINUED
                : VerificationOutcome.LEFT;
    }

    /** An upload that waits to be verified was sealed before: its facts are those that are described. */
    private @Nullable BlobInfo sealed(VersionRecord upload) {
        return store.findFile(upload.workspace(), upload.fileId())
                .map(file -> blobs.seal(
                        upload.blobName(), VersionDescription.of(file, upload, clock.instant()), upload.expectedSize()))
                .map(outcome -> outcome instanceof SealOutcome.Sealed sealed
                        ? sealed.blob().facts()
                        : null)
                .orElse(null);
    }

    private VerificationOutcome conclude(BlobName name, Checksums computed) {
        return OptimisticRetry.untilWritten(() -> {
            Optional<VersionRecord> version = find(name).filter(VerifyVersion::isToBeRead);
            if (version.isEmpty()) {
                return Optional.of(VerificationOutcome.LEFT);
            }
            return version.get().details().checksums().contradicts(computed)
                    ? reject(version.get())
                    : record(version.get(), computed);
        });
    }

    private static boolean isToBeRead(VersionRecord version) {
        return version.verificationTask() != null
                && (version.state() == VersionState.PENDING || version.state() == VersionState.COMMITTED);
    }

    private Optional<VerificationOutcome> reject(VersionRecord version) {
        boolean rejected = version.state() == VersionState.PENDING
                ? rejections
                        .reject(version.blobName(), RejectionReason.WRONG_CHECKSUM)
                        .isPresent()
                : withdraw.withdraw(version, RejectionReason.WRONG_CHECKSUM).isPresent();
        if (rejected) {
            report(version, Verification.FAILED);
        }
        return rejected ? Optional.of(VerificationOutcome.REJECTED) : Optional.empty();
    }

    private Optional<VerificationOutcome> record(VersionRecord version, Checksums computed) {
        blobs.updateDetails(version.blobName(), described -> described.verified(computed));
        if (version.state() == VersionState.PENDING) {
            Optional<VersionRecord> committed = commits.commitAwaited(version);
            committed.ifPresent(read -> report(version, read.details().verification()));
            return Optional.of(committed.isPresent() ? VerificationOutcome.READ : VerificationOutcome.LEFT);
        }
        boolean isLatest = recordLatest(version, computed);
        Optional<VersionRecord> written = store.replaceVersion(version.verified(computed));
        if (!isLatest) {
            // the file may have come back to it meanwhile, by the record as it was
            written.ifPresent(read -> recordLatest(read, computed));
        }
        written.ifPresent(read -> report(version, read.details().verification()));
        return written.map(read -> VerificationOutcome.READ);
    }

    private void report(VersionRecord version, Verification verification) {
        LOG.info("version read: blob={} verification={}", version.blobName(), verification);
        Instant recordedAt = version.committedAt();
        metrics.versionRead(
                verification, recordedAt == null ? Duration.ZERO : Duration.between(recordedAt, clock.instant()));
    }

    /** Records it where the file points to the version; false when it points to another. */
    private boolean recordLatest(VersionRecord version, Checksums computed) {
        return OptimisticRetry.untilWritten(() -> {
            Optional<FileRecord> file = store.findFile(version.workspace(), version.fileId());
            CommittedVersion latest = file.map(FileRecord::latest).orElse(null);
            if (latest == null || !latest.id().equals(version.id())) {
                return Optional.of(false);
            }
            CommittedVersion read = latest.withDetails(latest.details().verified(computed));
            return store.replaceFile(file.orElseThrow().pointingAt(read)) instanceof FileWrite.Written
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private Optional<VersionRecord> find(BlobName name) {
        return store.findVersion(name.workspace(), name.fileId(), name.versionId());
    }
}
