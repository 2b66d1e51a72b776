package dev.fileapi.files.sweep;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.Scheduled;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.SweepReport;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes everything that is due, in all workspaces: records commits whose event was lost, removes expired uploads, empty
 * files and deleted files. What it does not come to before its deadline stays due for the next one.
 */
@Singleton
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 100;
    private static final int THREADS = 8;

    private final MetadataStore store;
    private final SweepUpload sweepUpload;
    private final SweepFile sweepFile;
    private final FileMetrics metrics;
    private final Clock clock;
    private final ExecutorService threads;

    public Sweep(MetadataStore store, SweepUpload sweepUpload, SweepFile sweepFile, FileMetrics metrics, Clock clock) {
        this.store = store;
        this.sweepUpload = sweepUpload;
        this.sweepFile = sweepFile;
        this.metrics = metrics;
        this.clock = clock;
        this.threads = new WorkerThreads("sweep", THREADS);
    }

    /** Processes what is due until nothing is left or {@code deadline} has come. */
    public SweepReport run(Instant deadline) {
        Instant now = clock.instant();
        SweepTally tally = new SweepTally();
        boolean finished = checkAll(at -> store.findDueVersions(now, at, BATCH), sweepUpload::check, tally, deadline)
                && checkAll(at -> store.findDueFiles(now, at, BATCH), sweepFile::check, tally, deadline);
        store.removeExpiredIdempotencyRecords(now);
        SweepReport report = tally.report(finished);
        LOG.info("swept: {}", report);
        metrics.swept(report);
        return report;
    }

    /** Uploads come before files, so that a file goes in the same sweep as its last upload. */
    private <T extends Scheduled> boolean checkAll(
            Function<@Nullable String, Batch<T>> due,
            Function<T, SweepOutcome> check,
            SweepTally tally,
            Instant deadline) {
        String continuation = null;
        do {
            Batch<T> batch = due.apply(continuation);
            batch.items().forEach(item -> tally.add(late(item)));
            checkEach(batch.items(), check, tally);
            continuation = batch.continuation();
        } while (continuation != null && clock.instant().isBefore(deadline));
        return continuation == null;
    }

    private Duration late(Scheduled item) {
        Instant due = item.nextCheckAt();
        return due == null ? Duration.ZERO : Duration.between(due, clock.instant());
    }

    private <T> void checkEach(List<T> items, Function<T, SweepOutcome> check, SweepTally tally) {
        List<Callable<SweepOutcome>> checks = items.stream()
                .<Callable<SweepOutcome>>map(item -> () -> check.apply(item))
                .toList();
        try {
            for (Future<SweepOutcome> result : threads.invokeAll(checks)) {
                count(result, tally);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was interrupted", e);
        }
    }

    private static void count(Future<SweepOutcome> result, SweepTally tally) throws InterruptedException {
        try {
            tally.add(result.get());
        } catch (ExecutionException e) {
            LOG.warn("check failed, it stays due", e.getCause());
            tally.addFailure();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
