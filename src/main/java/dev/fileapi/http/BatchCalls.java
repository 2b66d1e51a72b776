package dev.fileapi.http;

import dev.fileapi.concurrent.FairThreads;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.http.problem.Problem;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.http.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of calls with many items, a few items at a time. All such calls of a worker share its threads, fairly between workspaces: see
 * {@link FairThreads}.
 */
@Singleton
final class BatchCalls {

    private static final Logger LOG = LoggerFactory.getLogger(BatchCalls.class);

    /** A workspace's share of the threads. */
    private static final int SHARES = 4;

    /** Items of one workspace: those of four calls as large as they may be. */
    private static final int MAX_WAITING = 4_000;

    private final Problems problems;
    private final FairThreads threads;

    BatchCalls(Problems problems, HttpSettings settings) {
        this.problems = problems;
        int count = settings.batchParallelism();
        this.threads = new FairThreads("batch-call", count, Math.max(1, count / SHARES), MAX_WAITING);
    }

    /**
     * Returns a result for each item, in their order; equal items share one.
     *
     * @param work what is done for an item
     * @param refused makes the result of an item whose work failed
     * @throws RejectedExecutionException when the workspace has too many items waiting already
     */
    <T, R> List<R> each(
            HttpRequest<?> request,
            Workspace workspace,
            List<T> items,
            Function<T, R> work,
            BiFunction<T, ProblemDocument, R> refused) {
        List<T> distinct = items.stream().distinct().toList();
        List<R> results = threads.each(workspace, distinct, item -> one(request, item, work, refused));
        Map<T, R> byItem = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            byItem.put(distinct.get(i), results.get(i));
        }
        return items.stream()
                .map(item -> Objects.requireNonNull(byItem.get(item)))
                .toList();
    }

    /**
     * Returns what {@code work} gives for groups of the items, all groups in one map. What it fails for is left out: a failure that lasts is that of
     * what is then done for {@link #each} item.
     *
     * @param atOnce how many items a group has; with 1 there is nothing to do together
     * @throws RejectedExecutionException when the workspace has too many items waiting already
     */
    <T, K, V> Map<K, V> together(Workspace workspace, List<T> items, int atOnce, Function<List<T>, Map<K, V>> work) {
        Map<K, V> all = new HashMap<>();
        if (atOnce > 1 && items.size() > 1) {
            threads.each(workspace, groups(items, atOnce), group -> attempt(work, group))
                    .forEach(all::putAll);
        }
        return all;
    }

    /**
     * As {@link #each}, but items that have something in common are done one after the other, in their order.
     *
     * @param parts what an item may have in common with others
     */
    <T, R> List<R> inOrder(
            HttpRequest<?> request,
            Workspace workspace,
            List<T> items,
            Function<T, Set<?>> parts,
            Function<T, R> work,
            BiFunction<T, ProblemDocument, R> refused) {
        List<List<Integer>> groups =
                LinkedItems.groups(items.stream().<Set<?>>map(parts).toList());
        List<List<R>> results = threads.each(
                workspace,
                groups,
                group -> group.stream()
                        .map(at -> one(request, items.get(at), work, refused))
                        .toList());
        Map<Integer, R> byPlace = new TreeMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (int i = 0; i < groups.get(group).size(); i++) {
                byPlace.put(groups.get(group).get(i), results.get(group).get(i));
            }
        }
        return List.copyOf(byPlace.values());
    }

    private static <T> List<List<T>> groups(List<T> items, int atOnce) {
        List<List<T>> groups = new ArrayList<>();
        for (int from = 0; from < items.size(); from += atOnce) {
            groups.add(items.subList(from, Math.min(items.size(), from + atOnce)));
        }
        return groups;
    }

    private static <T, K, V> Map<K, V> attempt(Function<List<T>, Map<K, V>> work, List<T> group) {
        try {
            return work.apply(group);
        } catch (RuntimeException e) {
            LOG.warn("items of a batch are done one by one: cause={}", RedactedStackTrace.of(e));
            return Map.of();
        }
    }

    @PreDestroy
    void close() {
        threads.close();
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
