package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.local.cosmos.sql.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The documents of a logical or physical partition, with indexes that are built when first asked for and then kept. Changes are made
 * under the container's write lock, queries run under its read lock.
 */
final class DocumentSet {

    /**
     * What an index is of.
     *
     * @param descending for each property whether greater values come first
     * @param sparse whether documents that lack one of the properties are left out
     */
    record IndexKey(List<Expression.Property> properties, List<Boolean> descending, boolean sparse) {}

    private final NavigableMap<Long, StoredDocument> documents = new TreeMap<>();
    private final Map<IndexKey, NavigableMap<Position, StoredDocument>> indexes = new HashMap<>();

    int size() {
        return documents.size();
    }

    void add(StoredDocument document) {
        documents.put(document.number(), document);
        indexes.forEach((key, index) -> enter(key, index, document));
    }

    void remove(StoredDocument document) {
        documents.remove(document.number());
        indexes.forEach((key, index) -> index.remove(position(key, document)));
    }

    /** The whole index; with no properties the documents as they were created. */
    synchronized NavigableMap<Position, StoredDocument> index(IndexKey key) {
        return indexes.computeIfAbsent(key, missing -> {
            NavigableMap<Position, StoredDocument> index = new TreeMap<>(Position.order(key.descending()));
            documents.values().forEach(document -> enter(key, index, document));
            return index;
        });
    }

    private static void enter(IndexKey key, NavigableMap<Position, StoredDocument> index, StoredDocument document) {
        Position position = position(key, document);
        if (!key.sparse() || position.values().stream().noneMatch(JsonNode::isMissingNode)) {
            index.put(position, document);
        }
    }

    static Position position(IndexKey key, StoredDocument document) {
        JsonNode tree = document.tree();
        return new Position(
                key.properties().stream()
                        .map(property -> property.evaluate(tree))
                        .toList(),
                document.number());
    }
}
