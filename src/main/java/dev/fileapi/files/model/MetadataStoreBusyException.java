package dev.fileapi.files.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The metadata store is well, but has more to do than it can: the same call may be made again soon. */
public final class MetadataStoreBusyException extends MetadataStoreException implements Retryable {

    private final Duration retryAfter;

    public MetadataStoreBusyException(String detail, @Nullable Throwable cause, Duration retryAfter) {
        super(Reason.METADATA_STORE_BUSY, detail, cause);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
