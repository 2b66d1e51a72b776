package dev.fileapi.files;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read repair: checks the blobs of a file's uploads that are newer than its latest version, and records those
 * that were committed. Newest first, a handful, in parallel, within a deadline after which the recorded state is the answer.
 */
@Singleton
class CommitOnRead {

    private static final Logger LOG = LoggerFactory.getLogger(CommitOnRead.class);
    private static final int MAX_UPLOADS = 8;
    private static final int THREADS = 32;

    private final MetadataStore store;
    private final CommitUpload commits;
    private final FilesSettings settings;
    private final ExecutorService threads;

    CommitOnRead(MetadataStore store, CommitUpload commits, FilesSettings settings) {
        this.store = store;
        this.commits = commits;
        this.settings = settings;
        this.threads = new WorkerThreads("commit-on-read", THREADS);
    }

    /** The file as it is after its recent commits are recorded; as given when there was none. */
    FileRecord refresh(FileRecord file) {
        List<VersionRecord> unseen = store.findUnseen(file.workspace(), file.id(), file.latestVersionId(), MAX_UPLOADS);
        if (unseen.isEmpty()) {
            return file;
        }
        commitAll(file, unseen);
        return store.findFile(file.workspace(), file.id()).orElse(file);
    }

    private void commitAll(FileRecord file, List<VersionRecord> unseen) {
        CompletableFuture<?>[] all = unseen.stream()
                .map(version ->
                        CompletableFuture.runAsync(() -> commits.commit(file, version, CommitTrigger.READ), threads))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(settings.readDeadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "recent commits not seen, answering with the recorded state: cause={}",
                    String.valueOf(e.getCause()));
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
