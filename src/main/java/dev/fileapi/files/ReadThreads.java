package dev.fileapi.files;

import dev.fileapi.concurrent.FairThreads;
import dev.fileapi.files.model.Workspace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** The threads on which reads ask about many uploads at a time, shared fairly by all workspaces. */
@Singleton
class ReadThreads {

    private static final int THREADS = 32;
    private static final int SHARE = 8;
    private static final int MAX_WAITING = 1_000;

    private final FairThreads threads = new FairThreads("read-uploads", THREADS, SHARE, MAX_WAITING);

    /**
     * Does the work for each item, and waits for it no longer than a deadline; see {@link FairThreads#within}.
     *
     * @throws RejectedExecutionException when too much is waiting already
     */
    <T, R> List<Future<R>> within(Duration deadline, Workspace workspace, List<T> items, Function<T, R> work) {
        return threads.within(deadline, workspace, items, work);
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
