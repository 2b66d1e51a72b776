package dev.fileapi.local.cosmos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents that share a partition key. Ids and unique keys are unique within it. */
final class LogicalPartition {

    private final PhysicalPartition home;
    private final String effectiveKey;
    private final List<List<String>> uniqueKeys;
    private final DocumentSet documents = new DocumentSet();
    private final Map<String, StoredDocument> byId = new HashMap<>();
    private final List<Map<String, String>> idByUniqueValues = new ArrayList<>();

    LogicalPartition(PhysicalPartition home, String effectiveKey, List<List<String>> uniqueKeys) {
        this.home = home;
        this.effectiveKey = effectiveKey;
        this.uniqueKeys = uniqueKeys;
        uniqueKeys.forEach(key -> idByUniqueValues.add(new HashMap<>()));
    }

    PhysicalPartition home() {
        return home;
    }

    String effectiveKey() {
        return effectiveKey;
    }

    DocumentSet documents() {
        return documents;
    }

    @Nullable
    StoredDocument find(String id) {
        return byId.get(id);
    }

    /** @throws Refusal when another document has the same values of a unique key */
    void checkUnique(StoredDocument document) {
        for (int at = 0; at < uniqueKeys.size(); at++) {
            String holder =
                    idByUniqueValues.get(at).get(ContainerDefinition.uniqueValues(document.tree(), uniqueKeys.get(at)));
            if (holder != null && !holder.equals(document.id())) {
                throw Refusal.conflict("Unique index constraint violation.");
            }
        }
    }

    void add(StoredDocument document) {
        byId.put(document.id(), document);
        documents.add(document);
        home.documents().add(document);
        for (int at = 0; at < uniqueKeys.size(); at++) {
            idByUniqueValues
                    .get(at)
                    .put(ContainerDefinition.uniqueValues(document.tree(), uniqueKeys.get(at)), document.id());
        }
    }

    void remove(StoredDocument document) {
        byId.remove(document.id());
        documents.remove(document);
        home.documents().remove(document);
        for (int at = 0; at < uniqueKeys.size(); at++) {
            idByUniqueValues.get(at).remove(ContainerDefinition.uniqueValues(document.tree(), uniqueKeys.get(at)));
        }
    }
}
