package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of one container that can be taken back together. Lives inside {@link Container#write}. */
final class Transaction {

    private final Container container;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Transaction(Container container) {
        this.container = container;
    }

    Container container() {
        return container;
    }

    /**
     * Stores a document with fresh system properties.
     *
     * @param replaced the state it replaces; null for a new one
     */
    StoredDocument store(LogicalPartition partition, ObjectNode body, @Nullable StoredDocument replaced) {
        ObjectNode document = body.deepCopy();
        long number = replaced == null ? container.nextDocument() : replaced.number();
        String rid = ResourceIds.document(container.rid(), number);
        document.put("_rid", rid).put("_self", "docs/" + rid + "/");
        document.put("_etag", "\"" + UUID.randomUUID() + "\"");
        document.put("_attachments", "attachments/").put("_ts", container.now());
        StoredDocument stored = new StoredDocument(number, document, expiry(document));
        partition.checkUnique(stored);
        if (replaced != null) {
            partition.remove(replaced);
        }
        partition.add(stored);
        undo.push(() -> {
            partition.remove(stored);
            if (replaced != null) {
                partition.add(replaced);
            }
        });
        partition.home().countWrite();
        if (stored.expiresAt() != Long.MAX_VALUE) {
            container.expireLater(partition, stored);
        }
        return stored;
    }

    void remove(LogicalPartition partition, StoredDocument document) {
        partition.remove(document);
        undo.push(() -> partition.add(document));
        partition.home().countWrite();
    }

    void rollBack() {
        undo.forEach(Runnable::run);
        undo.clear();
    }

    /** Its own ttl counts only where the container has one ("Time to Live (TTL) in Azure Cosmos DB"). */
    private long expiry(JsonNode document) {
        Integer byDefault = container.definition().defaultTtl();
        if (byDefault == null) {
            return Long.MAX_VALUE;
        }
        int seconds = document.path("ttl").isInt() ? document.path("ttl").intValue() : byDefault;
        return seconds < 0 ? Long.MAX_VALUE : container.now() + seconds;
    }
}
