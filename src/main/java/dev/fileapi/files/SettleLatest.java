package dev.fileapi.files;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the description and the record of a file's latest version in line with the file's pointer, which is written first: by a commit,
 * and when tags are changed. Until then a crash may have left them as they were.
 */
@Singleton
public final class SettleLatest {

    private static final Logger LOG = LoggerFactory.getLogger(SettleLatest.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final VerificationPolicy verification;
    private final Clock clock;

    public SettleLatest(MetadataStore store, BlobStore blobs, VerificationPolicy verification, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.verification = verification;
        this.clock = clock;
    }

    /**
     * Settles the latest version before the pointer leaves it: the pointer is the only proof that the version was admitted, and of its facts.
     * A file whose tags have changed is due for a check until the sweep has settled it.
     */
    void beforeItIsLeft(FileRecord file) {
        CommittedVersion latest = file.latest();
        if (latest != null) {
            findVersion(name(file, latest))
                    .filter(version -> version.state() == VersionState.PENDING || file.nextCheckAt() != null)
                    .ifPresent(unsettled -> settle(unsettled.blobName()));
        }
    }

    /** Settles the latest version of a file; does nothing when it has none. */
    public void settle(FileRecord file) {
        CommittedVersion latest = file.latest();
        if (latest != null) {
            settle(name(file, latest));
        }
    }

    /** As {@link #settle}, but leaves a failure to the sweep. */
    void settleOrLeave(FileRecord file) {
        try {
            settle(file);
        } catch (BlobStoreException | MetadataStoreException e) {
            LOG.warn("latest version not settled, the sweep will: file={} cause={}", file.id(), e.getMessage());
        }
    }

    private void settle(BlobName name) {
        OptimisticRetry.untilWritten(() -> attempt(name));
    }

    /**
     * The version is read before the pointer: of two who do this at the same time, one sees the newer tags or loses. The record comes last:
     * when it agrees with the pointer, so does the description.
     */
    private Optional<Boolean> attempt(BlobName name) {
        VersionRecord version = findVersion(name).orElse(null);
        CommittedVersion latest = pointer(name);
        if (version == null || latest == null) {
            return Optional.of(false);
        }
        blobs.updateDetails(name, described -> withTagsOnRecord(name, described));
        boolean pending = version.state() == VersionState.PENDING;
        if (!pending && version.details().tags().equals(latest.details().tags())) {
            return Optional.of(true);
        }
        VersionRecord settled = pending
                ? version.committedAs(latest, verification.taskFor(latest.details()), clock.instant())
                : version.withTags(latest.details().tags());
        return store.replaceVersion(settled).map(written -> true);
    }

    /** What a description is changed to is read after the one that it replaces. The version may have been left meanwhile. */
    private VersionDetails withTagsOnRecord(BlobName name, VersionDetails described) {
        CommittedVersion latest = pointer(name);
        return latest != null
                ? described.withTags(latest.details().tags())
                : findVersion(name)
                        .map(version -> described.withTags(version.details().tags()))
                        .orElse(described);
    }

    /** Returns the file's pointer while it is at the version; else null. */
    private @Nullable CommittedVersion pointer(BlobName name) {
        return store.findFile(name.workspace(), name.fileId())
                .map(FileRecord::latest)
                .filter(latest -> latest.id().equals(name.versionId()))
                .orElse(null);
    }

    private Optional<VersionRecord> findVersion(BlobName name) {
        return store.findVersion(name.workspace(), name.fileId(), name.versionId());
    }

    private static BlobName name(FileRecord file, CommittedVersion latest) {
        return new BlobName(file.workspace(), file.id(), latest.id());
    }
}
