package dev.fileapi.http.health;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.logging.RedactedStackTrace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the dependencies of the service, all at once and within a time limit. */
@Singleton
final class DependencyHealth {

    static final String METADATA_STORE = "metadata_store";
    static final String BLOB_STORAGE = "blob_storage";

    private static final Logger LOG = LoggerFactory.getLogger(DependencyHealth.class);

    /** Few: health needs no token, and must not be a way to overload the service. */
    private static final int THREADS = 4;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final HttpSettings settings;
    private final ExecutorService threads;

    DependencyHealth(MetadataStore store, BlobStore blobs, HttpSettings settings) {
        this.store = store;
        this.blobs = blobs;
        this.settings = settings;
        this.threads = new WorkerThreads("health-check", THREADS);
    }

    /** Returns for each dependency, by name, whether it answered in time. */
    Map<String, Boolean> check() {
        List<Callable<Boolean>> pings =
                List.of(() -> passes(METADATA_STORE, store::ping), () -> passes(BLOB_STORAGE, blobs::ping));
        try {
            List<Future<Boolean>> answers =
                    threads.invokeAll(pings, settings.healthTimeout().toMillis(), TimeUnit.MILLISECONDS);
            Map<String, Boolean> passing = new LinkedHashMap<>();
            passing.put(METADATA_STORE, inTime(METADATA_STORE, answers.get(0)));
            passing.put(BLOB_STORAGE, inTime(BLOB_STORAGE, answers.get(1)));
            return passing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The worker stops while its health is checked", e);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static boolean passes(String name, Runnable ping) {
        try {
            ping.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("dependency failed: name={} cause={}", name, RedactedStackTrace.of(e));
            return false;
        }
    }

    private static boolean inTime(String name, Future<Boolean> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException e) {
            LOG.warn("dependency too slow: name={}", name);
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
