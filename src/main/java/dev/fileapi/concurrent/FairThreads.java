package dev.fileapi.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Daemon threads that tenants share. A thread that is free goes to the tenants with waiting work in turn, and none has more than its
 * share at a time: however much one tenant asks for, another one waits for no more than a piece of work that has begun. Work that would
 * wait too long is refused at once. What is logged carries the logging context (MDC) of the caller.
 */
public final class FairThreads implements AutoCloseable {

    /** How often its own bound all tenants together may have waiting. */
    private static final int BOUNDS_IN_ALL = 16;

    private final WorkerThreads threads;
    private final int count;
    private final int share;
    private final int maxWaiting;

    /** Those with work, the next in turn first. Guarded by itself, as are the two counts. */
    private final Map<Object, Tenant> tenants = new LinkedHashMap<>();

    private int running;
    private long waiting;

    /**
     * @param count number of threads, at least 1; started when they are needed
     * @param share maximum number of threads that one tenant has at a time, at least 1
     * @param maxWaiting maximum number of items that wait for one tenant; a tenant with nothing waiting may bring more together
     */
    public FairThreads(String name, int count, int share, int maxWaiting) {
        this.threads = new WorkerThreads(name, count);
        this.count = count;
        this.share = share;
        this.maxWaiting = maxWaiting;
    }

    /**
     * Returns what {@code work} gives for each of the items, in their order; throws what it throws, once all have ended.
     *
     * @throws RejectedExecutionException when too much is waiting already; then nothing has begun
     */
    public <T, R> List<R> each(Object tenant, List<T> items, Function<T, R> work) {
        List<FutureTask<R>> tasks = submit(tenant, items, work);
        tasks.forEach(task -> await(task, Long.MAX_VALUE));
        return tasks.stream().map(WorkerThreads::get).toList();
    }

    /**
     * Does the work for each of the items, and waits for it no longer than a deadline.
     *
     * @return what came of each, in their order: a future that is done, or cancelled when its work had not ended in time
     * @throws RejectedExecutionException when too much is waiting already; then nothing has begun
     */
    public <T, R> List<Future<R>> within(Duration deadline, Object tenant, List<T> items, Function<T, R> work) {
        long end = System.nanoTime() + deadline.toNanos();
        List<FutureTask<R>> tasks = submit(tenant, items, work);
        tasks.forEach(task -> await(task, Math.max(0, end - System.nanoTime())));
        tasks.forEach(task -> task.cancel(false));
        dropCancelled(tenant);
        return List.copyOf(tasks);
    }

    /** Returns how many items wait for a thread. */
    long waiting() {
        synchronized (tenants) {
            return waiting;
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        synchronized (tenants) {
            tenants.values()
                    .forEach(
                            tenant -> tenant.waiting.forEach(work -> work.task().cancel(false)));
            tenants.clear();
            waiting = 0;
        }
    }

    private <T, R> List<FutureTask<R>> submit(Object key, List<T> items, Function<T, R> work) {
        List<FutureTask<R>> tasks = items.stream()
                .map(item -> new FutureTask<R>(() -> work.apply(item)))
                .toList();
        List<Work> withContext = tasks.stream()
                .map(task -> new Work(task, WorkerThreads.withContext(task)))
                .toList();
        synchronized (tenants) {
            Tenant known = tenants.get(key);
            int its = known == null ? 0 : known.waiting.size();
            boolean tooMany = its > 0 && its + tasks.size() > maxWaiting;
            if (tooMany || waiting > (long) maxWaiting * BOUNDS_IN_ALL) {
                throw new RejectedExecutionException("Too much work is waiting: " + waiting + ", of one tenant " + its);
            }
            Tenant tenant = known == null ? new Tenant() : known;
            tenants.put(key, tenant);
            tenant.waiting.addAll(withContext);
            waiting += tasks.size();
            start();
        }
        return tasks;
    }

    /** Gives the free threads to the tenants in turn, as long as there is one that has work and less than its share. */
    private void start() {
        Object next = inTurn();
        while (running < count && next != null) {
            Tenant tenant = Objects.requireNonNull(tenants.remove(next));
            tenants.put(next, tenant); // as the last
            Runnable task = tenant.waiting.remove().inContext();
            waiting--;
            running++;
            tenant.running++;
            Object key = next;
            threads.execute(() -> run(task, key, tenant));
            next = inTurn();
        }
    }

    private @Nullable Object inTurn() {
        for (Map.Entry<Object, Tenant> each : tenants.entrySet()) {
            if (!each.getValue().waiting.isEmpty() && each.getValue().running < share) {
                return each.getKey();
            }
        }
        return null;
    }

    private void run(Runnable task, Object key, Tenant tenant) {
        try {
            task.run();
        } finally {
            synchronized (tenants) {
                running--;
                tenant.running--;
                removeIfIdle(key, tenant);
                start();
            }
        }
    }

    /** Takes what is cancelled out of the queue, so that it does not count as waiting. */
    private void dropCancelled(Object key) {
        synchronized (tenants) {
            Tenant tenant = tenants.get(key);
            if (tenant != null) {
                int before = tenant.waiting.size();
                tenant.waiting.removeIf(Work::isCancelled);
                waiting -= before - tenant.waiting.size();
                removeIfIdle(key, tenant);
            }
        }
    }

    private void removeIfIdle(Object key, Tenant tenant) {
        if (tenant.running == 0 && tenant.waiting.isEmpty()) {
            tenants.remove(key, tenant);
        }
    }

    private static <R> void await(Future<R> task, long nanoseconds) {
        try {
            task.get(nanoseconds, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException | TimeoutException itsFutureTells) {
            // the caller reads it there
        }
    }

    private static final class Tenant {

        private final Deque<Work> waiting = new ArrayDeque<>();
        private int running;
    }

    /** A task, and the same with the logging context of its caller. */
    private record Work(Future<?> task, Runnable inContext) {

        boolean isCancelled() {
            return task.isCancelled();
        }
    }
}
