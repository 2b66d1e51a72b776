package dev.fileapi.client;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a client: those that move bytes, as many as requests are made at once, and those that see to a batch of files or a large one from
 * its beginning to its end. Two kinds, so that what waits never takes a thread from what it waits for.
 */
final class Workers implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;
    private static final int BATCHES = 3;

    private final int parallelism;
    private final ThreadPoolExecutor moving;
    private final ThreadPoolExecutor batches;

    Workers(int parallelism) {
        this.parallelism = parallelism;
        this.moving = pool("file-api-client-", parallelism);
        this.batches = pool("file-api-client-batch-", BATCHES);
    }

    /** Returns a scope for requests, as many at once as the client makes. */
    TaskScope moving(Cancellation cancellation) {
        return new TaskScope(moving, parallelism, cancellation);
    }

    /** Returns a scope for batches: few at once, so that the next is ready when one has been sent. */
    TaskScope batches(Cancellation cancellation) {
        return new TaskScope(batches, BATCHES, cancellation);
    }

    /** Interrupts what runs. */
    @Override
    public void close() {
        batches.shutdownNow();
        moving.shutdownNow();
    }

    private static ThreadPoolExecutor pool(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
