package dev.fileapi.http;

import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.IssueUpload;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.http.problem.Problem;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.http.wire.UploadBatchResponse;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.http.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues the links of a batch, a few at a time; all batches of a worker share its threads. */
@Singleton
final class UploadBatches {

    private static final Logger LOG = LoggerFactory.getLogger(UploadBatches.class);

    private final IssueUpload issue;
    private final Problems problems;
    private final WorkerThreads threads;

    UploadBatches(IssueUpload issue, Problems problems, HttpSettings settings) {
        this.issue = issue;
        this.problems = problems;
        this.threads = new WorkerThreads("upload-batch", settings.batchParallelism());
    }

    /** Returns a link or a problem for each path, in their order. */
    List<UploadBatchResponse.Item> issue(HttpRequest<?> request, WorkspaceAccess caller, List<String> paths) {
        return threads.each(paths, path -> issue(request, caller, path));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private UploadBatchResponse.Item issue(HttpRequest<?> request, WorkspaceAccess caller, String path) {
        try {
            return UploadBatchResponse.Item.of(
                    path, issue.issue(caller.workspace(), FilePath.parse(path), caller.user(), null, null));
        } catch (RuntimeException e) {
            ProblemDocument problem = problems.document(request, e);
            if (Problem.of(e).isOurs()) {
                LOG.error("link of a batch failed: cause={}", RedactedStackTrace.of(e));
            }
            return UploadBatchResponse.Item.of(path, problem);
        }
    }
}
