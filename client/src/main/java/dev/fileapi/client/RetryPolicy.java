package dev.fileapi.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How often and after how long a call is made again that failed for a while: a random time up to a limit that doubles ("full jitter", Exponential
 * Backoff And Jitter, AWS Architecture Blog), or what {@code Retry-After} says and a random time more.
 *
 * @param attempts how often a call is made at most, at least 1
 * @param firstDelay the limit of the first wait
 * @param maxDelay what that limit does not exceed
 * @param maxRetryAfter a call whose {@code Retry-After} is longer fails at once, and tells it
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {

    /** Six attempts, from 200 ms to 10 s; a {@code Retry-After} of at most a minute. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(6, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private static final int MAX_DOUBLINGS = 30;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException for less than one attempt or a negative time
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: must be at least 1");
        }
        if (firstDelay.isNegative() || maxDelay.isNegative() || maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("delays: must not be negative");
        }
    }

    /** Returns a policy that never makes a call again. */
    public static RetryPolicy never() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** Tells whether a call may be made again after this attempt, the first being 1. */
    boolean allows(int attempt, @Nullable Duration retryAfter) {
        return attempt < attempts && (retryAfter == null || retryAfter.compareTo(maxRetryAfter) <= 0);
    }

    Duration delay(int attempt, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter.plus(upTo(firstDelay));
        }
        Duration limit = firstDelay.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        return upTo(limit.compareTo(maxDelay) < 0 ? limit : maxDelay);
    }

    private static Duration upTo(Duration limit) {
        return limit.isZero()
                ? limit
                : Duration.ofNanos(ThreadLocalRandom.current().nextLong(limit.toNanos() + 1));
    }
}
