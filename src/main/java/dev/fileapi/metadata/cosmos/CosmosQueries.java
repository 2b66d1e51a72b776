package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs queries over one container. */
final class CosmosQueries {

    /** As much as a list may ask for; the service ends a page at 4 MB by itself. */
    private static final int PAGE = 5_000;

    private final Supplier<CosmosContainer> container;

    CosmosQueries(Supplier<CosmosContainer> container) {
        this.container = container;
    }

    /** All results in one logical partition. */
    <T> List<T> all(CosmosQuery query, PartitionKey partition, Class<T> type) {
        return reading(query, partition, type, PAGE, results -> {
            List<T> all = new ArrayList<>();
            results.forEachRemaining(all::add);
            return all;
        });
    }

    /**
     * Returns what {@code reader} makes of the results, which are loaded as far as it reads.
     *
     * @param pageSize how many results are loaded together
     */
    <T, R> R reading(
            CosmosQuery query, PartitionKey partition, Class<T> type, int pageSize, Function<Iterator<T>, R> reader) {
        return CosmosRetry.read(() -> reader.apply(container
                .get()
                .queryItems(query.spec(), in(partition), type)
                .streamByPage(pageSize)
                .flatMap(page -> page.getResults().stream())
                .iterator()));
    }

    <T> Optional<T> first(CosmosQuery query, PartitionKey partition, Class<T> type) {
        return all(query, partition, type).stream().findFirst();
    }

    /** All results if they fit into a page of this size; empty when there may be more. */
    <T> Optional<List<T>> few(CosmosQuery query, PartitionKey partition, Class<T> type, int pageSize) {
        FeedResponse<T> page = CosmosRetry.read(() -> container
                .get()
                .queryItems(query.spec(), in(partition), type)
                .iterableByPage(pageSize)
                .iterator()
                .next());
        return page.getContinuationToken() == null ? Optional.of(page.getResults()) : Optional.empty();
    }

    /**
     * Returns all results of all logical partitions.
     *
     * @param max how many results the query is limited to
     */
    <T> List<T> acrossPartitions(CosmosQuery query, Class<T> type, int max) {
        // all physical partitions at once
        CosmosQueryRequestOptions options = new CosmosQueryRequestOptions().setMaxDegreeOfParallelism(-1);
        return CosmosRetry.read(() -> container
                .get()
                .queryItems(query.spec(), options, type)
                .streamByPage(max)
                .flatMap(page -> page.getResults().stream())
                .toList());
    }

    private static CosmosQueryRequestOptions in(PartitionKey partition) {
        return new CosmosQueryRequestOptions().setPartitionKey(partition);
    }
}
