package dev.fileapi.files;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many things, several at a time. */
final class InParallel implements AutoCloseable {

    private final ExecutorService threads;

    InParallel(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** What {@code work} gives for each of the items, in their order; throws what it throws, once all have ended. */
    <T, R> List<R> each(List<T> items, Function<T, R> work) {
        List<Callable<R>> calls =
                items.stream().<Callable<R>>map(item -> () -> work.apply(item)).toList();
        try {
            return threads.invokeAll(calls).stream().map(InParallel::get).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others were at work", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static <R> R get(Future<R> ended) {
        try {
            return ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others were at work", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The work failed", e.getCause());
        }
    }
}
