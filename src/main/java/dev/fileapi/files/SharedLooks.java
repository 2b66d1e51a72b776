package dev.fileapi.files;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that ask about the same thing at the same time share one look at it. A caller never shares a look that began before it
 * came: it joins the next one, which begins when the running one has ended.
 *
 * @param <K> what is looked at
 */
final class SharedLooks<K> {

    private final Duration deadline;
    private final Map<K, Looks> byKey = new HashMap<>();

    /** @param deadline how long a caller waits for a look, its wait for the one before included */
    SharedLooks(Duration deadline) {
        this.deadline = deadline;
    }

    /**
     * Returns what a look found that began after this call.
     *
     * @param look is given what is left of the deadline; called by one of those that share it, whose failure is everyone's
     */
    long join(K key, Function<Duration, Long> look) {
        long end = System.nanoTime() + deadline.toNanos();
        Looks looks;
        CompletableFuture<Long> result;
        boolean first;
        synchronized (byKey) {
            looks = byKey.computeIfAbsent(key, unused -> new Looks());
            first = looks.next == null;
            if (first) {
                looks.next = new CompletableFuture<>();
            }
            result = Objects.requireNonNull(looks.next);
        }
        if (first) {
            lead(key, looks, result, look, end);
        }
        return get(result, end + deadline.toNanos());
    }

    private void lead(K key, Looks looks, CompletableFuture<Long> result, Function<Duration, Long> look, long end) {
        awaitQuietly(looks.running(byKey), end);
        synchronized (byKey) {
            looks.running = result;
            looks.next = null;
        }
        try {
            result.complete(look.apply(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            synchronized (byKey) {
                if (looks.running == result) {
                    looks.running = null;
                }
                if (looks.next == null && looks.running == null) {
                    byKey.remove(key, looks);
                }
            }
        }
    }

    private static void awaitQuietly(@Nullable CompletableFuture<Long> running, long end) {
        if (running != null) {
            try {
                running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException itsCallersAreTold) {
                // this look is another one
            }
        }
    }

    private static long get(CompletableFuture<Long> result, long end) {
        try {
            return result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a look", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("A look took longer than its deadline", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        }
    }

    /** The running look and the next one, guarded by the map's monitor. */
    private static final class Looks {

        private @Nullable CompletableFuture<Long> running;
        private @Nullable CompletableFuture<Long> next;

        private @Nullable CompletableFuture<Long> running(Object monitor) {
            synchronized (monitor) {
                return running;
            }
        }
    }
}
