package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one upload that is due: commits it, puts its next check off, or removes it. */
@Singleton
final class CheckUpload {

    private static final Logger LOG = LoggerFactory.getLogger(CheckUpload.class);

    private final MetadataStore store;
    private final CommitUpload commits;
    private final BlobStore blobs;
    private final Lifetimes lifetimes;
    private final Measures measures;
    private final Clock clock;

    CheckUpload(
            MetadataStore store,
            CommitUpload commits,
            BlobStore blobs,
            Lifetimes lifetimes,
            Measures measures,
            Clock clock) {
        this.store = store;
        this.commits = commits;
        this.blobs = blobs;
        this.lifetimes = lifetimes;
        this.measures = measures;
        this.clock = clock;
    }

    CheckResult check(VersionRecord version) {
        return switch (version.state()) {
            case PENDING -> commit(version).isPresent() ? CheckResult.COMMITTED : checkUncommitted(version);
            case CANCELLED -> removeWithBlob(version);
            case COMMITTED, SUPERSEDED -> CheckResult.KEPT;
        };
    }

    /** Most uploads that are due were never completed: for them, the blob's word is enough. */
    private Optional<VersionRecord> commit(VersionRecord version) {
        return blobs.isCommitted(version.blobName()) ? commits.commit(version, NoticedBy.SWEEP) : Optional.empty();
    }

    private CheckResult checkUncommitted(VersionRecord version) {
        Instant now = clock.instant();
        measures.uploadUnfinished(Duration.between(version.createdAt(), now));
        Instant linkEnd = lifetimes.linkSurelyEnded(version.linkExpiresAt());
        Instant discard = lifetimes.discard(version.linkExpiresAt());
        if (now.isBefore(linkEnd)) {
            return putOff(version, Check.LINK_ENDED, linkEnd);
        }
        if (now.isBefore(discard)) {
            return putOff(version, Check.DISCARD, discard);
        }
        return discard(version, now);
    }

    private CheckResult putOff(VersionRecord version, Check check, Instant at) {
        store.replaceVersion(version.checkedNext(check, at));
        return CheckResult.KEPT;
    }

    private CheckResult discard(VersionRecord version, Instant now) {
        if (blobs.isCommitted(version.blobName())) {
            LOG.warn("A committed blob belongs to no file, it is kept: blob={}", version.blobName());
            measures.orphanFound();
            return putOff(version, Check.DISCARD, lifetimes.discard(now));
        }
        return removed(version);
    }

    /** The blob goes first: while the record stands, a crash in between is made good by the next sweep. */
    private CheckResult removeWithBlob(VersionRecord version) {
        blobs.delete(version.blobName());
        return removed(version);
    }

    private CheckResult removed(VersionRecord version) {
        if (!store.removeVersion(version)) {
            return CheckResult.KEPT;
        }
        LOG.info("upload discarded: blob={} state={}", version.blobName(), version.state());
        return CheckResult.DISCARDED;
    }
}
