package dev.fileapi.http;

import dev.fileapi.files.FilePath;
import dev.fileapi.files.IssueUpload;
import dev.fileapi.files.User;
import dev.fileapi.files.WorkerThreads;
import dev.fileapi.files.Workspace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues the links of a batch, a few at a time; all batches of a worker share its threads. */
@Singleton
final class UploadBatches {

    private static final Logger LOG = LoggerFactory.getLogger(UploadBatches.class);

    private final IssueUpload issue;
    private final Problems problems;
    private final ExecutorService threads;

    UploadBatches(IssueUpload issue, Problems problems, HttpSettings settings) {
        this.issue = issue;
        this.problems = problems;
        this.threads = new WorkerThreads("upload-batch", settings.batchParallelism());
    }

    /** A link or a problem for each path, in their order. */
    List<BatchOfLinks.Item> issue(Workspace workspace, List<String> paths, User user) {
        List<Callable<BatchOfLinks.Item>> tasks = new ArrayList<>();
        for (String path : paths) {
            tasks.add(() -> issue(workspace, path, user));
        }
        try {
            List<BatchOfLinks.Item> items = new ArrayList<>();
            for (Future<BatchOfLinks.Item> item : threads.invokeAll(tasks)) {
                items.add(item.get());
            }
            return items;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The worker stops while a batch is issued", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A link of a batch could not be issued", e.getCause());
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private BatchOfLinks.Item issue(Workspace workspace, String path, User user) {
        try {
            return BatchOfLinks.Item.of(path, issue.byPath(workspace, FilePath.parse(path), user, null, null));
        } catch (RuntimeException e) {
            ProblemDocument problem = problems.document(e);
            if (Problem.of(e).isOurs()) {
                LOG.error("link of a batch failed: cause={}", MaskedTrace.of(e));
            }
            return BatchOfLinks.Item.of(path, problem);
        }
    }
}
