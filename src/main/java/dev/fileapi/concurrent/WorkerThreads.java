package dev.fileapi.concurrent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A fixed number of daemon threads, started when they are needed. What they log carries the logging context (MDC) of the caller. */
public final class WorkerThreads extends ThreadPoolExecutor implements AutoCloseable {

    private static final long IDLE_SECONDS = 60;

    public WorkerThreads(String name, int count) {
        super(count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    /** What {@code work} gives for each of the items, in their order; throws what it throws, once all have ended. */
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        List<Callable<R>> calls =
                items.stream().<Callable<R>>map(item -> () -> work.apply(item)).toList();
        try {
            return invokeAll(calls).stream().map(WorkerThreads::get).toList();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        shutdownNow();
    }

    @Override
    public void execute(Runnable task) {
        super.execute(withContext(task));
    }

    /** Returns the task with the logging context that the calling thread has now. */
    static Runnable withContext(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return () -> run(task, context);
    }

    static <R> R get(Future<R> ended) {
        try {
            return ended.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The work failed", e.getCause());
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while others were at work", e);
    }

    private static void run(Runnable task, @Nullable Map<String, String> context) {
        MDC.setContextMap(context == null ? Map.of() : context);
        try {
            task.run();
        } finally {
            MDC.clear();
        }
    }
}
