package dev.fileapi.files.sweep;

import dev.fileapi.files.CommitUpload;
import dev.fileapi.files.Deadlines;
import dev.fileapi.files.WithdrawUpload;
import dev.fileapi.files.WithdrawVersion;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes one upload that is due: commits it, schedules its next check, or removes it. */
@Singleton
public final class SweepUpload {

    private static final Logger LOG = LoggerFactory.getLogger(SweepUpload.class);

    private final MetadataStore store;
    private final CommitUpload commits;
    private final WithdrawUpload withdraw;
    private final WithdrawVersion withdrawVersion;
    private final BlobStore blobs;
    private final Deadlines deadlines;
    private final FileMetrics metrics;
    private final Clock clock;

    public SweepUpload(
            MetadataStore store,
            CommitUpload commits,
            WithdrawUpload withdraw,
            WithdrawVersion withdrawVersion,
            BlobStore blobs,
            Deadlines deadlines,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
        this.commits = commits;
        this.withdraw = withdraw;
        this.withdrawVersion = withdrawVersion;
        this.blobs = blobs;
        this.deadlines = deadlines;
        this.metrics = metrics;
        this.clock = clock;
    }

    SweepOutcome check(VersionRecord version) {
        return switch (version.state()) {
            case PENDING -> commit(version).map(SweepUpload::outcome).orElseGet(() -> checkUncommitted(version));
            case CANCELLED -> withdraw.confirm(version) ? removeWithBlob(version) : SweepOutcome.COMMITTED;
            case REJECTED -> confirmRejection(version) ? checkRejected(version) : SweepOutcome.COMMITTED;
            case COMMITTED, SUPERSEDED -> SweepOutcome.KEPT;
        };
    }

    /** Most uploads that are due were never completed: for them, the blob's word is enough. */
    private Optional<VersionRecord> commit(VersionRecord version) {
        return blobs.isCommitted(version.blobName()) ? commits.commit(version, CommitTrigger.SWEEP) : Optional.empty();
    }

    private static SweepOutcome outcome(VersionRecord ended) {
        return ended.state() == VersionState.REJECTED ? SweepOutcome.DISCARDED : SweepOutcome.COMMITTED;
    }

    private boolean confirmRejection(VersionRecord version) {
        if (!version.wasCommitted()) {
            return withdraw.confirm(version);
        }
        withdrawVersion.finish(version);
        return true;
    }

    /** A slow transfer may make the blob again after its link has ended: it is removed then, and at last with the record. */
    private SweepOutcome checkRejected(VersionRecord version) {
        Instant discard = deadlines.discardAt(version.linkExpiresAt());
        if (!clock.instant().isBefore(discard)) {
            return removeWithBlob(version);
        }
        RejectionReason reason = version.rejection();
        if (reason != null && !reason.keepsBytes()) {
            blobs.delete(version.blobName());
        }
        Instant linkEnd = deadlines.linkExpired(version.linkExpiresAt());
        return putOff(version, SweepStage.DISCARD, clock.instant().isBefore(linkEnd) ? linkEnd : discard);
    }

    private SweepOutcome checkUncommitted(VersionRecord version) {
        Instant now = clock.instant();
        metrics.uploadUnfinished(Duration.between(version.createdAt(), now));
        Instant linkEnd = deadlines.linkExpired(version.linkExpiresAt());
        Instant discard = deadlines.discardAt(version.linkExpiresAt());
        if (now.isBefore(linkEnd)) {
            return putOff(version, SweepStage.LINK_ENDED, linkEnd);
        }
        if (now.isBefore(discard)) {
            Instant next = deadlines.lateCheckAt(version.linkExpiresAt(), now);
            return putOff(version, next.isBefore(discard) ? SweepStage.LATE : SweepStage.DISCARD, next);
        }
        return discard(version, now);
    }

    private SweepOutcome putOff(VersionRecord version, SweepStage check, Instant at) {
        store.replaceVersion(version.checkedNext(check, at));
        return SweepOutcome.KEPT;
    }

    private SweepOutcome discard(VersionRecord version, Instant now) {
        if (blobs.isCommitted(version.blobName())) {
            LOG.warn("A committed blob belongs to no file, it is kept: blob={}", version.blobName());
            metrics.orphanFound();
            return putOff(version, SweepStage.DISCARD, deadlines.discardAt(now));
        }
        return removed(version);
    }

    /** The blob goes first: while the record stands, a crash in between is made good by the next sweep. */
    private SweepOutcome removeWithBlob(VersionRecord version) {
        blobs.delete(version.blobName());
        return removed(version);
    }

    private SweepOutcome removed(VersionRecord version) {
        if (!store.removeVersion(version)) {
            return SweepOutcome.KEPT;
        }
        LOG.info("upload discarded: blob={} state={}", version.blobName(), version.state());
        return SweepOutcome.DISCARDED;
    }
}
