package dev.fileapi.http.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.model.Workspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of each caller in each workspace with a token bucket: full, it has the calls of a minute, and it fills evenly. One
 * that was not used for a minute is full and need not be remembered; of more callers than are remembered the least active begin anew.
 */
@Singleton
final class CallQuotas {

    private static final int MAX_BUCKETS = 10_000;
    private static final Duration TO_FILL = Duration.ofMinutes(1);

    private record Key(UUID user, Workspace workspace) {}

    /** @param calls that could be made at a time, with parts of one */
    private record Bucket(double calls, long atMillis) {}

    private final int limit;
    private final Clock clock;
    private final Cache<Key, Bucket> buckets;

    CallQuotas(CallLimitSettings settings, Clock clock) {
        this.limit = settings.callsPerMinute();
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(TO_FILL)
                .executor(Runnable::run)
                .build();
    }

    /** Counts a call, unless there is none left. */
    CallQuota count(WorkspaceAccess caller) {
        Key key = new Key(caller.user().id(), caller.workspace());
        boolean[] allowed = new boolean[1];
        Bucket left = buckets.asMap().compute(key, (any, before) -> {
            Bucket now = refilled(before);
            allowed[0] = now.calls >= 1;
            return allowed[0] ? new Bucket(now.calls - 1, now.atMillis) : now;
        });
        double wanted = allowed[0] ? limit : 1;
        return new CallQuota(allowed[0], limit, (int) left.calls, secondsFor(wanted - left.calls));
    }

    /** Returns how many callers are remembered. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket refilled(@Nullable Bucket before) {
        long now = clock.millis();
        if (before == null) {
            return new Bucket(limit, now);
        }
        double since = (double) Math.max(0, now - before.atMillis) * limit / TO_FILL.toMillis();
        return new Bucket(Math.min(limit, before.calls + since), Math.max(now, before.atMillis));
    }

    private Duration secondsFor(double calls) {
        return Duration.ofSeconds((long) Math.ceil(calls * TO_FILL.toSeconds() / limit));
    }
}
