package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends uploads that shall not become versions: cancelled or rejected ones. Their records stay until no link to their blobs lives, because a
 * live link could make a removed blob again.
 */
@Singleton
public final class WithdrawUpload {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawUpload.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final Deadlines deadlines;
    private final VerificationPolicy verification;

    public WithdrawUpload(MetadataStore store, BlobStore blobs, Deadlines deadlines, VerificationPolicy verification) {
        this.store = store;
        this.blobs = blobs;
        this.deadlines = deadlines;
        this.verification = verification;
    }

    /** Gives a pending upload up. Returns it; empty when another writer was faster, or its commit was. */
    Optional<VersionRecord> cancel(VersionRecord version) {
        return store.replaceVersion(version.cancelled(deadlines.linkExpired(version.linkExpiresAt())))
                .filter(this::confirm);
    }

    /**
     * Refuses a pending upload and removes its bytes, unless it is not certain that they are useless.
     *
     * @return the upload; empty when another writer was faster, or its commit was
     */
    Optional<VersionRecord> reject(VersionRecord version, RejectionReason reason) {
        Optional<VersionRecord> rejected = store.replaceVersion(
                        version.rejected(reason, deadlines.linkExpired(version.linkExpiresAt())))
                .filter(this::confirm);
        if (!reason.keepsBytes()) {
            rejected.ifPresent(this::removeBytesOrLeave);
        }
        return rejected;
    }

    /**
     * Makes a commit that has read the file before, but not moved its pointer yet, look again and see that the upload is withdrawn. Where
     * the pointer has moved already, the commit was first: the version is recorded as committed.
     *
     * @return whether the upload stays withdrawn
     */
    public boolean confirm(VersionRecord withdrawn) {
        return OptimisticRetry.untilWritten(() -> tryToConfirm(withdrawn));
    }

    private Optional<Boolean> tryToConfirm(VersionRecord withdrawn) {
        Optional<FileRecord> file = store.findFile(withdrawn.workspace(), withdrawn.fileId())
                .filter(found -> found.state() != FileState.PURGING);
        if (file.isEmpty()) {
            return Optional.of(true);
        }
        CommittedVersion latest = file.get().latest();
        if (latest != null && latest.id().equals(withdrawn.id())) {
            store.replaceVersion(
                    withdrawn.committedAs(latest, verification.taskFor(latest.details()), latest.createdAt()));
            return Optional.of(false);
        }
        return store.replaceFile(file.get()) instanceof FileWrite.Written ? Optional.of(true) : Optional.empty();
    }

    private void removeBytesOrLeave(VersionRecord upload) {
        try {
            blobs.delete(upload.blobName());
        } catch (BlobStoreException e) {
            LOG.warn("rejected bytes not removed, the sweep will: blob={} cause={}", upload.blobName(), e.getMessage());
        }
    }
}
