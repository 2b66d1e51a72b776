package dev.fileapi.http;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.http.problem.Problem;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.http.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of calls with many items, a few items at a time; all such calls of a worker share its threads. */
@Singleton
final class BatchCalls {

    private static final Logger LOG = LoggerFactory.getLogger(BatchCalls.class);

    private final Problems problems;
    private final WorkerThreads threads;

    BatchCalls(Problems problems, HttpSettings settings) {
        this.problems = problems;
        this.threads = new WorkerThreads("batch-call", settings.batchParallelism());
    }

    /**
     * Returns a result for each item, in their order.
     *
     * @param work what is done for an item
     * @param refused makes the result of an item whose work failed
     */
    <T, R> List<R> each(
            HttpRequest<?> request, List<T> items, Function<T, R> work, BiFunction<T, ProblemDocument, R> refused) {
        return threads.each(items, item -> one(request, item, work, refused));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private <T, R> R one(
            HttpRequest<?> request, T item, Function<T, R> work, BiFunction<T, ProblemDocument, R> refused) {
        try {
            return work.apply(item);
        } catch (RuntimeException e) {
            if (Problem.of(e).isOurs()) {
                LOG.error("item of a batch failed: cause={}", RedactedStackTrace.of(e));
            }
            return refused.apply(item, problems.document(request, e));
        }
    }
}
