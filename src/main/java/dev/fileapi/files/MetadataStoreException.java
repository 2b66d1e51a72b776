package dev.fileapi.files;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The metadata store failed or did not answer in time. The cause is for the log, not for the caller. */
public final class MetadataStoreException extends FilesException {

    private final @Nullable Duration retryAfter;

    public MetadataStoreException(String detail, @Nullable Throwable cause) {
        this(detail, cause, null);
    }

    /** As {@link #retryAfter()} says. */
    public MetadataStoreException(String detail, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(detail, cause);
        this.retryAfter = retryAfter;
    }

    /** When to try again, for a store that is well but has more to do than it is paid for; null for any other failure. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
