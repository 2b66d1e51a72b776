package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import dev.fileapi.files.Batch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs queries over one container. */
final class Queries {

    /** As much as a list may ask for; the service ends a page at 4 MB by itself. */
    private static final int PAGE = 5_000;

    private final Supplier<CosmosContainer> container;

    Queries(Supplier<CosmosContainer> container) {
        this.container = container;
    }

    /** All results in one logical partition. */
    <T> List<T> all(Query query, PartitionKey partition, Class<T> type) {
        return reading(query, partition, type, PAGE, results -> {
            List<T> all = new ArrayList<>();
            results.forEachRemaining(all::add);
            return all;
        });
    }

    /** What {@code reader} makes of the results, which come a page of so many at a time, as far as it reads. */
    <T, R> R reading(
            Query query, PartitionKey partition, Class<T> type, int pageSize, Function<Iterator<T>, R> reader) {
        return Calls.read(() -> reader.apply(container
                .get()
                .queryItems(query.spec(), in(partition), type)
                .streamByPage(pageSize)
                .flatMap(page -> page.getResults().stream())
                .iterator()));
    }

    <T> Optional<T> first(Query query, PartitionKey partition, Class<T> type) {
        return all(query, partition, type).stream().findFirst();
    }

    /** All results if they fit into a page of this size; empty when there may be more. */
    <T> Optional<List<T>> few(Query query, PartitionKey partition, Class<T> type, int pageSize) {
        FeedResponse<T> page = page(query, in(partition), type, null, pageSize);
        return page.getContinuationToken() == null ? Optional.of(page.getResults()) : Optional.empty();
    }

    /** A page of results of all logical partitions. */
    <T> Batch<T> acrossPartitions(Query query, Class<T> type, @Nullable String continuation, int pageSize) {
        String token = continuation;
        FeedResponse<T> page;
        do {
            // all physical partitions at once
            page = page(query, new CosmosQueryRequestOptions().setMaxDegreeOfParallelism(-1), type, token, pageSize);
            token = page.getContinuationToken();
        } while (page.getResults().isEmpty() && token != null);
        return new Batch<>(page.getResults(), token);
    }

    private <T> FeedResponse<T> page(
            Query query,
            CosmosQueryRequestOptions options,
            Class<T> type,
            @Nullable String continuation,
            int pageSize) {
        return Calls.read(() -> container
                .get()
                .queryItems(query.spec(), options, type)
                .iterableByPage(continuation, pageSize)
                .iterator()
                .next());
    }

    private static CosmosQueryRequestOptions in(PartitionKey partition) {
        return new CosmosQueryRequestOptions().setPartitionKey(partition);
    }
}
