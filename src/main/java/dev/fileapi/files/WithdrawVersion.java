package dev.fileapi.files;

import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a version back that was committed before all its bytes were read, and whose bytes then were not those that were told. Its readers get
 * the version before again. The record is written first and stays due until the rest is done.
 */
@Singleton
public final class WithdrawVersion {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawVersion.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final LatestPointer pointer;
    private final FileMetrics metrics;
    private final Clock clock;

    WithdrawVersion(MetadataStore store, BlobStore blobs, LatestPointer pointer, FileMetrics metrics, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.pointer = pointer;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Takes a committed version back. Returns it; empty when another writer was faster. */
    public Optional<VersionRecord> withdraw(VersionRecord version, RejectionReason reason) {
        Optional<VersionRecord> withdrawn = store.replaceVersion(version.withdrawn(reason, clock.instant()));
        withdrawn.ifPresent(rejected -> {
            LOG.warn("version taken back: blob={} reason={}", rejected.blobName(), reason);
            metrics.uploadRejected(reason);
            finish(rejected);
        });
        return withdrawn;
    }

    /** Moves the file's pointer away from a version that was taken back, and removes its bytes. May be repeated. */
    public void finish(VersionRecord withdrawn) {
        pointer.leave(withdrawn);
        blobs.delete(withdrawn.blobName());
    }
}
