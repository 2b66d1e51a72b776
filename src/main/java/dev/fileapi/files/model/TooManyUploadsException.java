package dev.fileapi.files.model;

import java.time.Duration;

/** A file or a workspace has as many uploads in progress as it may. */
public final class TooManyUploadsException extends FilesException implements Retryable {

    private final Duration retryAfter;

    /** @param retryAfter when it is worth another try, though nothing is certain to have ended by then */
    public TooManyUploadsException(String detail, Duration retryAfter) {
        super(Reason.TOO_MANY_UPLOADS, detail);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
