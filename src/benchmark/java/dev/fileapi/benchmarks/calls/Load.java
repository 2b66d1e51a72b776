package dev.fileapi.benchmarks.calls;

import dev.fileapi.local.RunningHost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that each make their next call as soon as the one before has its answer, and what that costs the service's process. */
final class Load implements AutoCloseable {

    /** Of each caller, after a slice, so that each of the database's sessions has a transaction that ends. */
    private static final int LAST_CALLS = 4;

    private final ServiceProcess service;
    private final Database database;
    private final List<Caller> callers;
    private final ExecutorService threads;
    private double idleCpuMillisPerSecond;

    Load(ServiceProcess service, Database database, RunningHost host) {
        this.service = service;
        this.database = database;
        this.callers = service.callers().stream()
                .map(connection -> new Caller(connection, host))
                .toList();
        this.threads = Executors.newFixedThreadPool(callers.size());
    }

    /** Learns what the service uses when idle, which slices from now on do not count. Returns it, in milliseconds per second. */
    double measureIdle(Duration time) throws IOException, InterruptedException {
        ProcessCounters.Reading before = service.counters();
        Thread.sleep(time.toMillis());
        idleCpuMillisPerSecond = service.counters().since(before).cpuNanos() / 1e6 / (time.toMillis() / 1e3);
        return idleCpuMillisPerSecond;
    }

    /** Makes calls for a time. */
    Slice run(Call call, Duration time) throws Exception {
        ProcessCounters.Reading before = service.counters();
        long start = System.nanoTime();
        Latencies latencies = allDo(caller -> callUntil(start + time.toNanos(), call, caller));
        double seconds = (System.nanoTime() - start) / 1e9;
        ProcessCounters.Reading used = service.counters().since(before);
        int calls = latencies.count();
        return new Slice(
                latencies,
                seconds,
                (used.cpuNanos() / 1e6 - seconds * idleCpuMillisPerSecond) / calls,
                (double) used.allocatedBytes() / calls,
                Slice.DatabaseShare.NOT_READ);
    }

    /** Makes calls for a time, and a few more to have the database's sessions tell what they have counted. */
    Slice runWithDatabase(Call call, Duration time) throws Exception {
        Database.Reading before = database.read();
        Slice slice = run(call, time);
        Thread.sleep(Database.UNTOLD_MILLIS);
        Latencies last = allDo(caller -> {
            for (int i = 0; i < LAST_CALLS; i++) {
                call.action().make(caller);
            }
            return Latencies.ofNanos(new long[LAST_CALLS]);
        });
        Database.Reading done = database.read().since(before);
        return slice.with(Slice.DatabaseShare.of(done, slice.latencies().count() + last.count()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Latencies callUntil(long end, Call call, Caller caller) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long start = System.nanoTime();
        while (start < end) {
            call.action().make(caller);
            long now = System.nanoTime();
            nanos.add(now - start);
            start = now;
        }
        return Latencies.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private Latencies allDo(Work work) throws Exception {
        List<Callable<Latencies>> tasks = callers.stream()
                .map(caller -> (Callable<Latencies>) () -> work.with(caller))
                .toList();
        List<Latencies> parts = new ArrayList<>();
        for (Future<Latencies> part : threads.invokeAll(tasks)) {
            parts.add(part.get());
        }
        return Latencies.together(parts);
    }

    /** What a caller does on its thread. */
    @FunctionalInterface
    private interface Work {
        Latencies with(Caller caller) throws Exception;
    }
}
