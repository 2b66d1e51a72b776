package dev.fileapi.http.problem;

import dev.fileapi.files.model.Retryable;
import java.time.Duration;

/** The caller has made all the calls that it may make for now. */
public final class TooManyCallsException extends RuntimeException implements Retryable {

    private final Duration retryAfter;

    /** @param retryAfter how long until the next call may be made; whole seconds */
    public TooManyCallsException(Duration retryAfter) {
        super("Too many calls: try again in " + retryAfter.toSeconds() + " s.");
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
