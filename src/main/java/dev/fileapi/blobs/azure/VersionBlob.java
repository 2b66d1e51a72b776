package dev.fileapi.blobs.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.Block;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.CopyStatusType;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.options.BlobBeginCopyOptions;
import com.azure.storage.blob.options.BlobSetAccessTierOptions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobListBlocksOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.StagedBlock;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The blob of one version. Its methods throw what the client throws. */
final class VersionBlob {

    private static final int ATTEMPTS = 5;

    /** A snapshot that is given no metadata takes over those of its blob, which are the client's. */
    private static final Map<String, String> SEALED = Map.of(SnapshotMetadata.PREFIX + "sealed", "true");

    /** A copy that is given no metadata takes over those of its source, which may name people where an earlier release wrote them. */
    private static final Map<String, String> COPIED = Map.of(SnapshotMetadata.PREFIX + "copied", "true");

    private static final Set<BlobErrorCode> COPIED_BEFORE = Set.of(
            BlobErrorCode.BLOB_ALREADY_EXISTS,
            BlobErrorCode.CONDITION_NOT_MET,
            BlobErrorCode.TARGET_CONDITION_NOT_MET,
            BlobErrorCode.PENDING_COPY_OPERATION,
            BlobErrorCode.LEASE_ID_MISSING);

    private static final Set<BlobErrorCode> NO_SOURCE =
            Set.of(BlobErrorCode.BLOB_NOT_FOUND, BlobErrorCode.CANNOT_VERIFY_COPY_SOURCE);

    private final BlobClient blob;
    private final BlobLease lease;
    private final Duration timeout;

    /** @param timeout of each call */
    VersionBlob(BlobClient blob, Duration timeout) {
        this.blob = blob;
        this.timeout = timeout;
        this.lease = new BlobLease(blob, timeout);
    }

    /** Takes this version's own lease; false when the blob is gone. */
    boolean lease() {
        return lease.acquire();
    }

    /**
     * Returns what was committed; empty when nothing was, or is still being copied.
     *
     * @param firstBytes how many bytes to ask for with it; 0 for none. A blob that has no more comes with its bytes
     */
    Optional<CommittedBlob> committed(int firstBytes) {
        return (firstBytes == 0 ? look() : lookAndRead(firstBytes))
                .filter(committed -> committed.copy() != CopyStatusType.PENDING);
    }

    private Optional<CommittedBlob> look() {
        return RemoteCall.ifThere(() -> CommittedBlob.of(
                blob.getPropertiesWithResponse(null, timeout, Context.NONE).getValue()));
    }

    /** An empty blob has no range to ask for. */
    private Optional<CommittedBlob> lookAndRead(int firstBytes) {
        RangeBytes bytes = new RangeBytes();
        BlobRange range = new BlobRange(0, (long) firstBytes);
        try {
            return RemoteCall.ifThere(() -> CommittedBlob.of(
                    blob.downloadStreamWithResponse(
                                    bytes, range, null, null, false, timeout, WaitingHttpClient.FEW_BYTES)
                            .getDeserializedHeaders(),
                    bytes));
        } catch (BlobStorageException e) {
            if (BlobErrorCode.INVALID_RANGE.equals(e.getErrorCode())) {
                return look();
            }
            throw e;
        }
    }

    /** Returns whether something was committed, be it fit for a version or not. */
    boolean isCommitted() {
        try {
            return committed(0).isPresent();
        } catch (BlobStorageException e) {
            if (Refusal.is(e)) {
                return true;
            }
            throw e;
        }
    }

    /** Returns the blocks that are staged and not committed; none for a blob that has no blocks. */
    List<StagedBlock> stagedBlocks() {
        try {
            return RemoteCall.ifThere(() -> blob.getBlockBlobClient()
                            .listBlocksWithResponse(
                                    new BlockBlobListBlocksOptions(BlockListType.UNCOMMITTED), timeout, Context.NONE)
                            .getValue()
                            .getUncommittedBlocks())
                    .orElse(List.of())
                    .stream()
                    .map(VersionBlob::staged)
                    .toList();
        } catch (BlobStorageException e) {
            if (Refusal.is(e)) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * Removes the blob with all that hangs on it. Staged blocks go first, by committing none of them: a plain delete may leave
     * them where a late commit finds them.
     */
    void remove() {
        unleased(() -> {
            discardStagedBlocks();
            RemoteCall.ifThere(
                    () -> blob.deleteWithResponse(DeleteSnapshotsOptionType.INCLUDE, null, timeout, Context.NONE));
        });
    }

    /** Where the service refuses to, for the sake of what is committed, the blocks go with the blob. */
    private void discardStagedBlocks() {
        if (stagedBlocks().isEmpty()) {
            return;
        }
        try {
            blob.getBlockBlobClient()
                    .commitBlockListWithResponse(new BlockBlobCommitBlockListOptions(List.of()), timeout, Context.NONE);
        } catch (BlobStorageException e) {
            if (BlobErrorCode.LEASE_ID_MISSING.equals(e.getErrorCode()) || !Refusal.is(e)) {
                throw e;
            }
        }
    }

    /**
     * Takes off what the client set beside the bytes and readers would be sent: an encoding, a language, rules for caches, a file name.
     *
     * @return the ETag of the blob as it is then; null when it has changed meanwhile
     */
    @Nullable
    String withoutClientHeaders(CommittedBlob committed) {
        BlobHttpHeaders headers = committed.headers();
        boolean clean = Stream.of(
                        headers.getContentEncoding(),
                        headers.getContentLanguage(),
                        headers.getCacheControl(),
                        headers.getContentDisposition())
                .allMatch(header -> header == null || header.isEmpty());
        if (clean) {
            return committed.etag();
        }
        BlobHttpHeaders ours =
                new BlobHttpHeaders().setContentType(headers.getContentType()).setContentMd5(headers.getContentMd5());
        BlobRequestConditions unchanged =
                new BlobRequestConditions().setIfMatch(committed.etag()).setLeaseId(lease.id());
        return unlessChanged(() -> blob.setHttpHeadersWithResponse(ours, unchanged, timeout, Context.NONE)
                .getHeaders()
                .getValue(HttpHeaderName.ETAG));
    }

    /** Names a new snapshot of the bytes that have this ETag; null when the blob has other bytes by now. */
    @Nullable
    String snapshot(String etag) {
        BlobRequestConditions unchanged = new BlobRequestConditions().setIfMatch(etag);
        return unlessChanged(() -> blob.createSnapshotWithResponse(SEALED, unchanged, timeout, Context.NONE)
                .getValue()
                .getSnapshotId());
    }

    /**
     * Reads bytes of a snapshot.
     *
     * @throws BlobStoreException when it has fewer
     */
    ByteBuffer read(String snapshot, ByteRange range) {
        RangeBytes bytes = new RangeBytes(range);
        blob.getSnapshotClient(snapshot)
                .downloadStreamWithResponse(
                        bytes,
                        new BlobRange(range.offset(), (long) range.count()),
                        null,
                        null,
                        false,
                        timeout,
                        Context.NONE);
        if (bytes.size() != range.count()) {
            throw new BlobStoreException(
                    "The blob service sent %d bytes of %d.".formatted(bytes.size(), range.count()), null);
        }
        return bytes.buffer();
    }

    /**
     * Copies a snapshot of another version's blob here, unless there is something already; false when there is no such snapshot.
     *
     * <p>"Copy Blob" of any size: Azure goes on with it after it has answered, if it needs to. What authorises the request authorises the
     * reading of a source in the same account too ("Authorize with Microsoft Entra ID", permissions for blob operations), so that there is
     * no link for it: readers of the copy are sent the address of its source.
     */
    boolean copyFrom(VersionBlob other, String snapshot) {
        BlobBeginCopyOptions copy = new BlobBeginCopyOptions(
                        other.blob.getSnapshotClient(snapshot).getBlobUrl())
                .setMetadata(COPIED)
                .setDestinationRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
        try {
            blob.beginCopy(copy);
            return true;
        } catch (BlobStorageException e) {
            if (COPIED_BEFORE.contains(e.getErrorCode())) {
                return true;
            }
            if (e.getStatusCode() == HttpURLConnection.HTTP_NOT_FOUND && NO_SOURCE.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    void removeSnapshot(String snapshot) {
        RemoteCall.ifThere(
                () -> blob.getSnapshotClient(snapshot).deleteWithResponse(null, null, timeout, Context.NONE));
    }

    /** Replaces the blob with this ETag by an empty one: its snapshots stay, and a blob that has changed. */
    void empty(String etag) {
        BlockBlobSimpleUploadOptions nothing = new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(new byte[0]))
                .setRequestConditions(new BlobRequestConditions().setIfMatch(etag));
        unleased(() -> unlessChanged(() -> blob.getBlockBlobClient()
                .uploadWithResponse(nothing, timeout, Context.NONE)
                .getValue()
                .getETag()));
    }

    /** Brings a snapshot back from the archive tier. */
    void unarchive(String snapshot) {
        BlobSetAccessTierOptions online = new BlobSetAccessTierOptions(AccessTier.HOT);
        unleased(() -> RemoteCall.ifThere(
                () -> blob.getSnapshotClient(snapshot).setAccessTierWithResponse(online, timeout, Context.NONE)));
    }

    /** Makes a call that needs no lease: one that stands in its way is broken, this version's own included. */
    private void unleased(Runnable call) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                call.run();
                return;
            } catch (BlobStorageException e) {
                if (!BlobErrorCode.LEASE_ID_MISSING.equals(e.getErrorCode())) {
                    throw e;
                }
                lease.breakIt();
            }
        }
        throw new BlobStoreException("The blob was leased again and again while it was to be removed or mended.", null);
    }

    private static @Nullable String unlessChanged(Supplier<String> call) {
        try {
            return call.get();
        } catch (BlobStorageException e) {
            if (BlobErrorCode.CONDITION_NOT_MET.equals(e.getErrorCode())) {
                return null;
            }
            throw e;
        }
    }

    private static StagedBlock staged(Block block) {
        return new StagedBlock(block.getName(), block.getSizeLong());
    }
}
