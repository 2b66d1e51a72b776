package dev.fileapi.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** Makes calls again that failed for a while. */
final class Retries {

    private final RetryPolicy policy;

    Retries(RetryPolicy policy) {
        this.policy = policy;
    }

    /**
     * Makes a call until it succeeds or must not be repeated.
     *
     * @throws FileApiException when the service refuses, or does not answer
     * @throws UncheckedIOException when a file of this machine cannot be read or written
     */
    <T> T call(Repeat repeat, Cancellation cancellation, Attempt<T> call) {
        for (int attempt = 1; ; attempt++) {
            FileApiException failure = null;
            try {
                return call.make();
            } catch (FileApiException e) {
                failure = e;
            } catch (LocalFileException e) {
                throw new UncheckedIOException(e.getMessage(), e.reason());
            } catch (IOException e) {
                failure = FileApiException.noAnswer(e);
            }
            if (!repeat.allows(failure)
                    || !policy.allows(attempt, failure.retryAfter().orElse(null))) {
                throw failure;
            }
            cancellation.sleep(policy.delay(attempt, failure.retryAfter().orElse(null)));
        }
    }

    /** One attempt of a call. */
    @FunctionalInterface
    interface Attempt<T> {

        /**
         * Makes the call once.
         *
         * @throws IOException when there was no answer
         * @throws FileApiException when it was refused
         */
        T make() throws IOException;
    }

    /** After which failures a call may be repeated. */
    enum Repeat {
        /** Making it twice does what making it once does. */
        ALWAYS,
        /** Only what has surely had no effect: it was refused unseen, or no connection was made. */
        IF_REFUSED;

        private static final int TOO_MANY_REQUESTS = 429;
        private static final int UNAVAILABLE = 503;

        /** Tells whether a call or an item may be repeated after a failure of it; not if it is null or one of this machine. */
        boolean allows(@Nullable RuntimeException thrown) {
            if (!(thrown instanceof FileApiException failure)) {
                return false;
            }
            if (this == ALWAYS) {
                return failure.isTransient();
            }
            return failure.status() == TOO_MANY_REQUESTS
                    || failure.status() == UNAVAILABLE
                    || failure.getCause() instanceof ConnectException;
        }
    }
}
