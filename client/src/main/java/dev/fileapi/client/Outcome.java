package dev.fileapi.client;

import org.jspecify.annotations.Nullable;

/**
 * What one item of a batch came to: a value or a failure.
 *
 * @param <R> what was asked for
 * @param <T> what came of it
 * @param request the item that was asked for
 * @param value null after a failure
 * @param failure a {@link FileApiException} when the service refused; an {@link java.io.UncheckedIOException} when a file of this machine could
 *     not be read; null after success
 */
public record Outcome<R, T>(
        R request, @Nullable T value, @Nullable RuntimeException failure) {

    static <R, T> Outcome<R, T> of(R request, T value) {
        return new Outcome<>(request, value, null);
    }

    static <R, T> Outcome<R, T> failed(R request, RuntimeException failure) {
        return new Outcome<>(request, null, failure);
    }

    /**
     * Returns the value.
     *
     * @throws RuntimeException the failure, if there is one
     */
    public T get() {
        if (value == null) {
            throw orFailure();
        }
        return value;
    }

    RuntimeException orFailure() {
        return failure == null ? new IllegalStateException("the outcome has no failure") : failure;
    }
}
