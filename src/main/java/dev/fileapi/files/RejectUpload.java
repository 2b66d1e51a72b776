package dev.fileapi.files;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends an upload whose bytes cannot be a version. What another call has made of it meanwhile counts. */
@Singleton
public final class RejectUpload {

    private static final Logger LOG = LoggerFactory.getLogger(RejectUpload.class);

    private final MetadataStore store;
    private final WithdrawUpload withdraw;
    private final VerificationPolicy verification;
    private final FileMetrics metrics;
    private final Clock clock;

    RejectUpload(
            MetadataStore store,
            WithdrawUpload withdraw,
            VerificationPolicy verification,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
        this.withdraw = withdraw;
        this.verification = verification;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns the version in its final state; empty when it or its file is being removed. */
    public Optional<VersionRecord> reject(BlobName name, RejectionReason reason) {
        return OptimisticRetry.untilWritten(() -> attempt(name, reason).unlessConflict())
                .recorded();
    }

    private CommitOutcome attempt(BlobName name, RejectionReason reason) {
        FileRecord file = store.findFile(name.workspace(), name.fileId()).orElse(null);
        Optional<VersionRecord> version = store.findVersion(name.workspace(), name.fileId(), name.versionId());
        return switch (CommitDecision.of(file, version.orElse(null))) {
            case NOTHING -> new CommitOutcome.Nothing();
            case ALREADY_FINISHED -> new CommitOutcome.Recorded(version.orElseThrow());
            case FINISH_LATEST -> finish(version.orElseThrow(), file);
            case SUPERSEDE, FINISH_OLDER, BECOME_LATEST -> reject(version.orElseThrow(), reason);
        };
    }

    private CommitOutcome reject(VersionRecord version, RejectionReason reason) {
        Optional<VersionRecord> rejected = withdraw.reject(version, reason);
        rejected.ifPresent(upload -> {
            LOG.info("upload rejected: blob={} reason={}", upload.blobName(), reason);
            metrics.uploadRejected(reason);
        });
        return outcome(rejected);
    }

    /** The pointer moved to it before a crash: it was sealed then. */
    private CommitOutcome finish(VersionRecord version, @Nullable FileRecord file) {
        CommittedVersion latest =
                Objects.requireNonNull(Objects.requireNonNull(file).latest());
        return outcome(store.replaceVersion(
                version.committedAs(latest, verification.taskFor(latest.details()), clock.instant())));
    }

    private static CommitOutcome outcome(Optional<VersionRecord> written) {
        return written.<CommitOutcome>map(CommitOutcome.Recorded::new).orElseGet(CommitOutcome.Conflict::new);
    }
}
