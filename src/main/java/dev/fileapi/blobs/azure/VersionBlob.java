package dev.fileapi.blobs.azure;

import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.Block;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.options.BlobAcquireLeaseOptions;
import com.azure.storage.blob.options.BlobBreakLeaseOptions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobListBlocksOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.VersionDescription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The blob of one version. Its methods throw what the client throws. */
final class VersionBlob {

    /** How often to start again when the blob changes meanwhile. */
    private static final int ATTEMPTS = 5;

    private static final int INFINITE = -1;

    /** Marks the empty blob that is committed to remove staged blocks, so that it never becomes a version. */
    static final Map<String, String> DISCARDED = Map.of("discarded", "true");

    private static final Set<BlobErrorCode> LEASED_BY_ANOTHER =
            Set.of(BlobErrorCode.LEASE_ALREADY_PRESENT, BlobErrorCode.LEASE_IS_BREAKING_AND_CANNOT_BE_ACQUIRED);

    private final BlockBlobClient blob;
    private final BlobLeaseClient lease;
    private final Duration timeout;

    /** @param timeout of each call */
    VersionBlob(BlockBlobClient blob, Duration timeout) {
        this.blob = blob;
        this.timeout = timeout;
        byte[] name = blob.getBlobName().getBytes(StandardCharsets.UTF_8);
        this.lease = new BlobLeaseClientBuilder()
                .blobClient(blob)
                .leaseId(UUID.nameUUIDFromBytes(name).toString())
                .buildClient();
    }

    /** What the service knows of the committed blob; empty when nothing was committed. */
    Optional<BlobProperties> properties() {
        return RemoteCall.ifThere(() -> blob.getPropertiesWithResponse(null, timeout, Context.NONE)
                        .getValue())
                .filter(properties -> !properties.getMetadata().equals(DISCARDED));
    }

    /**
     * Takes an infinite lease on the blob and a snapshot of what was committed. The lease refuses an honest late writer; the snapshot,
     * whose metadata repeat the records, is out of reach of every upload link. A blob with staged blocks only is never leased: that
     * would lock its uploader out.
     */
    Optional<SealedBlob> seal(VersionDescription description) {
        if (properties().isEmpty()) {
            return Optional.empty();
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (!lease()) {
                return Optional.empty();
            }
            Optional<BlobProperties> committed = properties();
            if (committed.isEmpty()) {
                return Optional.empty();
            }
            String etag = committed.get().getETag();
            String snapshot = snapshot(
                    SnapshotMetadata.of(
                            description, quoted(etag), committed.get().getMetadata()),
                    etag);
            if (snapshot != null) {
                return Optional.of(new SealedBlob(
                        facts(committed.get(), snapshot),
                        committed.get().getLastModified().toInstant()));
            }
        }
        throw new BlobStoreException("The blob was written again and again while it was to be sealed.", null);
    }

    /** A snapshot more says that the version is superseded: it goes with the blob, and costs no bytes. */
    void markSuperseded() {
        RemoteCall.ifThere(
                () -> blob.createSnapshotWithResponse(SnapshotMetadata.SUPERSEDED, null, timeout, Context.NONE));
    }

    List<StagedBlock> stagedBlocks() {
        return RemoteCall.ifThere(() -> blob.listBlocksWithResponse(
                                new BlockBlobListBlocksOptions(BlockListType.UNCOMMITTED), timeout, Context.NONE)
                        .getValue()
                        .getUncommittedBlocks())
                .orElse(List.of())
                .stream()
                .map(VersionBlob::staged)
                .toList();
    }

    /**
     * Removes the blob with all that hangs on it. Staged blocks go first, by committing none of them: a plain delete may leave
     * them where a late commit finds them.
     */
    void remove() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                if (!stagedBlocks().isEmpty()) {
                    blob.commitBlockListWithResponse(
                            new BlockBlobCommitBlockListOptions(List.of()).setMetadata(DISCARDED),
                            timeout,
                            Context.NONE);
                }
                RemoteCall.ifThere(
                        () -> blob.deleteWithResponse(DeleteSnapshotsOptionType.INCLUDE, null, timeout, Context.NONE));
                return;
            } catch (BlobStorageException e) {
                if (!BlobErrorCode.LEASE_ID_MISSING.equals(e.getErrorCode())) {
                    throw e;
                }
                breakLease();
            }
        }
        throw new BlobStoreException("The blob was leased again and again while it was to be removed.", null);
    }

    /** Takes this version's own lease, breaking another one; false when the blob is gone. */
    private boolean lease() {
        for (int attempt = 1; ; attempt++) {
            try {
                return RemoteCall.ifThere(() -> lease.acquireLeaseWithResponse(
                                new BlobAcquireLeaseOptions(INFINITE), timeout, Context.NONE))
                        .isPresent();
            } catch (BlobStorageException e) {
                if (attempt == ATTEMPTS || !LEASED_BY_ANOTHER.contains(e.getErrorCode())) {
                    throw e;
                }
                breakLease();
            }
        }
    }

    private void breakLease() {
        try {
            RemoteCall.ifThere(() -> lease.breakLeaseWithResponse(
                    new BlobBreakLeaseOptions().setBreakPeriod(Duration.ZERO), timeout, Context.NONE));
        } catch (BlobStorageException e) {
            if (!BlobErrorCode.LEASE_NOT_PRESENT_WITH_LEASE_OPERATION.equals(e.getErrorCode())) {
                throw e;
            }
        }
    }

    /** Names a new snapshot of the bytes that have this ETag; null when the blob has other bytes by now. */
    private @Nullable String snapshot(Map<String, String> metadata, String etag) {
        try {
            return blob.createSnapshotWithResponse(
                            metadata, new BlobRequestConditions().setIfMatch(etag), timeout, Context.NONE)
                    .getValue()
                    .getSnapshotId();
        } catch (BlobStorageException e) {
            if (BlobErrorCode.CONDITION_NOT_MET.equals(e.getErrorCode())) {
                return null;
            }
            throw e;
        }
    }

    private static BlobInfo facts(BlobProperties committed, String snapshot) {
        byte[] md5 = committed.getContentMd5();
        return new BlobInfo(
                committed.getBlobSize(),
                quoted(committed.getETag()),
                snapshot,
                md5 == null ? null : Base64.getEncoder().encodeToString(md5),
                committed.getContentType());
    }

    /** As HTTP has it (RFC 9110, ETag): the client takes the quotes off. */
    private static String quoted(String etag) {
        return etag.startsWith("\"") ? etag : "\"" + etag + "\"";
    }

    private static StagedBlock staged(Block block) {
        return new StagedBlock(block.getName(), block.getSizeLong());
    }
}
