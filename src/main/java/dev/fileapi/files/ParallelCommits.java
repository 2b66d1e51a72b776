package dev.fileapi.files;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.VersionRecord;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits uploads in parallel, for reads that wait for them no longer than a deadline. One failure does not stop the others. */
@Singleton
class ParallelCommits {

    private static final Logger LOG = LoggerFactory.getLogger(ParallelCommits.class);
    private static final int THREADS = 32;

    private final WorkerThreads threads = new WorkerThreads("commit-on-read", THREADS);

    /**
     * Commits each of the uploads.
     *
     * @param commit commits one, if its bytes are there
     * @param deadline how long to wait; what has not begun by then is dropped
     * @return how many uploads could not be checked: their check failed, or did not end in time
     */
    int commit(List<VersionRecord> uploads, Consumer<VersionRecord> commit, Duration deadline) {
        if (uploads.isEmpty()) {
            return 0;
        }
        List<CompletableFuture<Void>> checks = uploads.stream()
                .map(upload -> CompletableFuture.runAsync(() -> commit.accept(upload), threads))
                .toList();
        await(CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)), deadline);
        int unchecked = Math.toIntExact(checks.stream()
                .filter(check -> check.isCompletedExceptionally() || !check.isDone())
                .count());
        checks.forEach(check -> check.cancel(false));
        return unchecked;
    }

    private static void await(CompletableFuture<Void> all, Duration deadline) {
        try {
            all.get(Math.max(0, deadline.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("uploads not checked, answering with the recorded state: cause={}", String.valueOf(e.getCause()));
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
