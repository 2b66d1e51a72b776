package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.store.Batch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is due in a container, longest due first. Each batch is a query of its own that begins where the one before ended: with its own
 * continuation the client reads ahead, all that is due for every batch.
 */
final class DueQuery<D extends DueDocument> {

    private final CosmosQueries queries;
    private final Class<D> type;
    private final String property;
    private final Function<D, @Nullable Long> time;

    /**
     * @param property that says when a document is due, and is missing where it never is
     * @param time what the property has; null when it is missing
     */
    DueQuery(CosmosQueries queries, Class<D> type, String property, Function<D, @Nullable Long> time) {
        this.queries = queries;
        this.type = type;
        this.property = property;
        this.time = time;
    }

    Batch<D> find(Instant now, @Nullable String continuation, int limit) {
        DueCursor place = continuation == null ? DueCursor.START : DueCursor.parse(continuation);
        int max = limit + place.given().size();
        List<D> batch = queries.acrossPartitions(query(now, place, max), type, max).stream()
                .filter(document -> !place.given().contains(document.key()))
                .limit(limit)
                .toList();
        return new Batch<>(
                batch,
                batch.size() < limit ? null : place.after(batch, this::due).text());
    }

    private long due(D document) {
        return Objects.requireNonNull(time.apply(document), "what is due has a time");
    }

    /** What is never due lacks the property, and so is not in the index that this walks along. */
    private CosmosQuery query(Instant now, DueCursor place, int max) {
        return new CosmosQuery(
                "SELECT * FROM c WHERE %1$s >= ? AND %1$s <= ? ORDER BY %1$s ASC OFFSET 0 LIMIT ?".formatted(property),
                place.time(),
                CosmosTimes.stored(now),
                max);
    }
}
