package dev.fileapi.blobs.azure;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobAcquireLeaseOptions;
import com.azure.storage.blob.options.BlobBreakLeaseOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** An infinite lease on the blob of a version, under an id made from its name. Its methods throw what the client throws. */
final class BlobLease {

    private static final int ATTEMPTS = 5;

    private static final int INFINITE = -1;

    private static final Set<BlobErrorCode> LEASED_BY_ANOTHER =
            Set.of(BlobErrorCode.LEASE_ALREADY_PRESENT, BlobErrorCode.LEASE_IS_BREAKING_AND_CANNOT_BE_ACQUIRED);

    private final BlobLeaseClient lease;
    private final Duration timeout;

    /** @param timeout of each call */
    BlobLease(BlobClient blob, Duration timeout) {
        byte[] name = blob.getBlobName().getBytes(StandardCharsets.UTF_8);
        this.lease = new BlobLeaseClientBuilder()
                .blobClient(blob)
                .leaseId(UUID.nameUUIDFromBytes(name).toString())
                .buildClient();
        this.timeout = timeout;
    }

    String id() {
        return lease.getLeaseId();
    }

    /** Takes the lease, breaking another one; false when the blob is gone. */
    boolean acquire() {
        for (int attempt = 1; ; attempt++) {
            try {
                return RemoteCall.ifThere(() -> lease.acquireLeaseWithResponse(
                                new BlobAcquireLeaseOptions(INFINITE), timeout, Context.NONE))
                        .isPresent();
            } catch (BlobStorageException e) {
                if (attempt == ATTEMPTS || !LEASED_BY_ANOTHER.contains(e.getErrorCode())) {
                    throw e;
                }
                breakIt();
            }
        }
    }

    /** Breaks the lease that the blob has; does nothing when it has none. */
    void breakIt() {
        try {
            RemoteCall.ifThere(() -> lease.breakLeaseWithResponse(
                    new BlobBreakLeaseOptions().setBreakPeriod(Duration.ZERO), timeout, Context.NONE));
        } catch (BlobStorageException e) {
            if (!BlobErrorCode.LEASE_NOT_PRESENT_WITH_LEASE_OPERATION.equals(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
