package dev.fileapi.blobs.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import dev.fileapi.files.model.BlobStoreException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of the blob service's client into {@link BlobStoreException}. */
final class RemoteCall {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteCall.class);
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");

    private RemoteCall() {}

    /**
     * The result of a call.
     *
     * @param operation what the call does, for the log
     */
    static <T> T of(String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (BlobStorageException e) {
            // the service's message may quote the signature it was sent, so neither it nor its exception goes further
            String request = e.getResponse().getHeaderValue(REQUEST_ID);
            LOG.warn(
                    "blob call failed: operation={} status={} code={} request={}",
                    operation,
                    e.getStatusCode(),
                    e.getErrorCode(),
                    request);
            throw new BlobStoreException(
                    "The blob service answered %d %s.".formatted(e.getStatusCode(), e.getErrorCode()), null);
        } catch (BlobStoreException | IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "blob call failed: operation={} error={}",
                    operation,
                    rootOf(e).getClass().getSimpleName());
            throw new BlobStoreException("The blob service did not answer.", e);
        }
    }

    /** The result of a call about one blob; empty when the service says that there is no such blob. */
    static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (BlobStorageException e) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
