package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.local.cosmos.Conditions.Bounds;
import dev.fileapi.local.cosmos.DocumentSet.IndexKey;
import dev.fileapi.local.cosmos.sql.Expression.Property;
import dev.fileapi.local.cosmos.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index a query walks along: that of its order, else that of its most telling condition, else the documents as they were
 * created.
 */
final class AccessPath {

    private final IndexKey key;
    private final boolean backwards;
    /** The exact values of the index's first properties. */
    private final List<JsonNode> prefix;
    /** Of the property that follows those. */
    private final List<Bounds> bounds;

    private AccessPath(IndexKey key, boolean backwards, Conditions conditions) {
        this.key = key;
        this.backwards = backwards;
        this.prefix = key.properties().stream()
                .map(conditions::exactValue)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        this.bounds = prefix.size() < key.properties().size()
                ? conditions.boundsOf(key.properties().get(prefix.size()))
                : List.of();
    }

    static AccessPath of(Query query, Conditions conditions, IndexingPolicy policy) {
        if (query.orderBy().isEmpty()) {
            return conditions
                    .bestProperty(policy)
                    .map(property ->
                            new AccessPath(new IndexKey(List.of(property), List.of(false), true), false, conditions))
                    .orElseGet(() -> new AccessPath(new IndexKey(List.of(), List.of(), false), false, conditions));
        }
        List<Property> properties =
                query.orderBy().stream().map(Query.Order::property).toList();
        // walking backwards saves an index of the opposite order
        boolean backwards = query.orderBy().get(0).descending();
        List<Boolean> descending = query.orderBy().stream()
                .map(order -> order.descending() != backwards)
                .toList();
        boolean sparse =
                properties.size() > 1 || !conditions.boundsOf(properties.get(0)).isEmpty();
        return new AccessPath(new IndexKey(properties, descending, sparse), backwards, conditions);
    }

    Position position(StoredDocument document) {
        return DocumentSet.position(key, document);
    }

    /** Returns what may match, in order, from the start or after a position. */
    Iterable<StoredDocument> walk(DocumentSet documents, @Nullable Position after) {
        NavigableMap<Position, StoredDocument> index = documents.index(key);
        if (!prefix.isEmpty()) {
            index = tail(index, new Position(prefix, Position.FIRST));
            index = head(index, new Position(prefix, Position.LAST));
        }
        for (Bounds each : bounds) {
            index = within(index, each);
        }
        if (backwards) {
            index = index.descendingMap();
        }
        return (after == null ? index : index.tailMap(after, false)).values();
    }

    private NavigableMap<Position, StoredDocument> within(NavigableMap<Position, StoredDocument> index, Bounds each) {
        boolean reversed = key.descending().get(prefix.size());
        JsonNode low = reversed ? each.high() : each.low();
        JsonNode high = reversed ? each.low() : each.high();
        NavigableMap<Position, StoredDocument> within = index;
        if (low != null) {
            within = tail(within, new Position(afterPrefix(low), Position.FIRST));
        }
        if (high != null) {
            within = head(within, new Position(afterPrefix(high), Position.LAST));
        }
        return within;
    }

    private List<JsonNode> afterPrefix(JsonNode value) {
        List<JsonNode> values = new ArrayList<>(prefix);
        values.add(value);
        return values;
    }

    /** A map that is a part already refuses bounds outside of it: they say nothing new then. */
    private static NavigableMap<Position, StoredDocument> tail(
            NavigableMap<Position, StoredDocument> index, Position from) {
        if (index.isEmpty() || index.comparator().compare(index.firstKey(), from) >= 0) {
            return index;
        }
        return index.comparator().compare(index.lastKey(), from) < 0
                ? index.tailMap(index.lastKey(), false)
                : index.tailMap(from, true);
    }

    private static NavigableMap<Position, StoredDocument> head(
            NavigableMap<Position, StoredDocument> index, Position to) {
        if (index.isEmpty() || index.comparator().compare(index.lastKey(), to) <= 0) {
            return index;
        }
        return index.comparator().compare(index.firstKey(), to) > 0
                ? index.headMap(index.firstKey(), false)
                : index.headMap(to, true);
    }
}
