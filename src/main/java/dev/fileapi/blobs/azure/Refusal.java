package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SealOutcome;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a refusal, whose cause is how a blob was written, from an outage, which a later call may find ended. Codes are those of "Blob
 * Storage error codes".
 */
final class Refusal {

    /** Ours and not the uploader's: our own identity, a missing container, a time-out, a limit on requests. */
    private static final Set<Integer> OUTAGES = Set.of(
            HttpURLConnection.HTTP_UNAUTHORIZED,
            HttpURLConnection.HTTP_FORBIDDEN,
            HttpURLConnection.HTTP_NOT_FOUND,
            HttpURLConnection.HTTP_CLIENT_TIMEOUT,
            429);

    private static final Set<BlobErrorCode> CONTAINER_OUTAGES = Set.of(
            BlobErrorCode.CONTAINER_BEING_DELETED, BlobErrorCode.CONTAINER_DISABLED, BlobErrorCode.OPERATION_TIMED_OUT);

    private static final Map<String, RejectionReason> LASTING = Map.of(
            "BlobUsesCustomerSpecifiedEncryption", RejectionReason.ENCRYPTED_BY_CLIENT_KEY,
            "BlobCustomerSpecifiedEncryptionMismatch", RejectionReason.ENCRYPTED_BY_CLIENT_KEY,
            "BlobArchived", RejectionReason.ARCHIVED,
            "InvalidBlobType", RejectionReason.NOT_A_BLOCK_BLOB);

    private static final int LAST_CLIENT_ERROR = 499;

    private Refusal() {}

    static boolean is(BlobStorageException error) {
        int status = error.getStatusCode();
        return status >= HttpURLConnection.HTTP_BAD_REQUEST
                && status <= LAST_CLIENT_ERROR
                && !OUTAGES.contains(status)
                && !CONTAINER_OUTAGES.contains(error.getErrorCode());
    }

    /** Returns what a refusal means for an upload; empty for an outage. */
    static Optional<SealOutcome> of(BlobStorageException error) {
        if (!is(error)) {
            return Optional.empty();
        }
        RejectionReason lasting = LASTING.get(String.valueOf(error.getErrorCode()));
        return Optional.of(
                lasting == null
                        ? new SealOutcome.Refused(RejectionReason.CANNOT_BE_SEALED, false)
                        : new SealOutcome.Refused(lasting, true));
    }
}
