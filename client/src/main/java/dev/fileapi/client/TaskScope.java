package dev.fileapi.client;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tasks that end together: the first failure, a cancellation, or an interrupt of the thread that waits ends all of them. */
final class TaskScope implements AutoCloseable {

    private final Cancellation inner = new Cancellation();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Executor executor;
    private final int atOnce;
    private final Semaphore free;
    private final Cancellation.Registration outer;

    TaskScope(Executor executor, int atOnce, Cancellation cancellation) {
        this.executor = executor;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
        this.outer = cancellation.onCancel(inner::cancel);
    }

    /** Begins a task, after waiting for a place. The task must end when what it is given is cancelled. */
    void fork(Consumer<Cancellation> task) {
        acquire(1);
        if (inner.isCancelled()) {
            free.release();
            join();
        }
        try {
            executor.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            free.release();
            throw new IllegalStateException("the client is closed", e);
        }
    }

    private void run(Consumer<Cancellation> task) {
        try {
            inner.check();
            task.accept(inner);
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            free.release();
        }
    }

    /**
     * Waits for all tasks.
     *
     * @throws RuntimeException the first failure of one
     */
    void join() {
        acquire(atOnce);
        free.release(atOnce);
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        inner.check();
    }

    /** Ends what still runs, and waits for its end. */
    @Override
    public void close() {
        outer.close();
        if (!free.tryAcquire(atOnce)) {
            inner.cancel();
            free.acquireUninterruptibly(atOnce);
        }
    }

    private void fail(Throwable failed) {
        if (failure.compareAndSet(null, failed)) {
            inner.cancel();
        }
    }

    private void acquire(int places) {
        try {
            free.acquire(places);
        } catch (InterruptedException e) {
            inner.cancel();
            throw Cancellation.interrupted();
        }
    }
}
