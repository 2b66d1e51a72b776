package dev.fileapi.files.verification;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.MetadataStore;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the versions of all workspaces that are due to be read. What it does not come to stays due. */
@Singleton
public final class VerifyVersions {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyVersions.class);
    private static final int BATCH = 20;

    /** Computing checksums keeps a processor busy, and the timer's worker answers calls too. */
    private static final int THREADS = 2;

    /** How long a version is read before others get their turn. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final MetadataStore store;
    private final VerifyVersion verify;
    private final Clock clock;
    private final ExecutorService threads;

    public VerifyVersions(MetadataStore store, VerifyVersion verify, Clock clock) {
        this.store = store;
        this.verify = verify;
        this.clock = clock;
        this.threads = new WorkerThreads("verification", THREADS);
    }

    /** Reads what is due, the longest due first, until nothing is left or {@code deadline} has come. */
    public void run(Instant deadline) {
        boolean read;
        do {
            Instant now = clock.instant();
            read = readAll(now, deadline);
        } while (read && clock.instant().isBefore(deadline));
    }

    /** Returns whether anything may be left that can be read now. */
    private boolean readAll(Instant now, Instant deadline) {
        boolean continued = false;
        String continuation = null;
        do {
            Batch<VersionRecord> batch = store.findDueVerifications(now, continuation, BATCH);
            continued |= readEach(batch.items(), deadline);
            continuation = batch.continuation();
        } while (continuation != null && clock.instant().isBefore(deadline));
        return continued;
    }

    private boolean readEach(List<VersionRecord> versions, Instant deadline) {
        List<Callable<VerificationOutcome>> turns = versions.stream()
                .<Callable<VerificationOutcome>>map(version -> () -> turn(version, deadline))
                .toList();
        boolean continued = false;
        try {
            for (Future<VerificationOutcome> turn : threads.invokeAll(turns)) {
                continued |= outcome(turn) == VerificationOutcome.CONTINUED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading versions was interrupted", e);
        }
        return continued;
    }

    private VerificationOutcome turn(VersionRecord version, Instant deadline) {
        Instant now = clock.instant();
        Instant turnEnds = now.plus(TURN);
        return now.isBefore(deadline)
                ? verify.verify(version, turnEnds.isBefore(deadline) ? turnEnds : deadline)
                : VerificationOutcome.LEFT;
    }

    private static VerificationOutcome outcome(Future<VerificationOutcome> turn) throws InterruptedException {
        try {
            return turn.get();
        } catch (ExecutionException e) {
            LOG.warn("reading a version failed, it stays due", e.getCause());
            return VerificationOutcome.LEFT;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
