package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.store.Batch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is due in a container, longest due first. Each batch is a query of its own that begins where the one before ended: with its own
 * continuation the client reads ahead, all that is due for every batch.
 */
final class DueQuery<D extends DueDocument> {

    private final CosmosQueries queries;
    private final Class<D> type;

    DueQuery(CosmosQueries queries, Class<D> type) {
        this.queries = queries;
        this.type = type;
    }

    Batch<D> find(Instant now, @Nullable String continuation, int limit) {
        DueCursor place = continuation == null ? DueCursor.START : DueCursor.parse(continuation);
        int max = limit + place.given().size();
        List<D> batch = queries.acrossPartitions(query(now, place, max), type, max).stream()
                .filter(document -> !place.given().contains(document.key()))
                .limit(limit)
                .toList();
        return new Batch<>(
                batch, batch.size() < limit ? null : place.after(batch).text());
    }

    /** What has no next check lacks the property, and so is not in the index that this walks along. */
    private static CosmosQuery query(Instant now, DueCursor place, int max) {
        return new CosmosQuery(
                "SELECT * FROM c WHERE c.next_check_at >= ? AND c.next_check_at <= ? ORDER BY c.next_check_at ASC"
                        + " OFFSET 0 LIMIT ?",
                place.time(),
                CosmosTimes.stored(now),
                max);
    }
}
