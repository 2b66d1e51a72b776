package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.local.cosmos.DocumentOperation.Outcome;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Does things to the documents of one logical partition, within a transaction. */
final class DocumentOperations {

    /** "Azure Cosmos DB service quotas", per-item limits. */
    private static final int MAX_ITEM_BYTES = 2 * 1024 * 1024;

    private static final int MAX_ID_BYTES = 1023;

    private final Transaction transaction;
    private final ContainerDefinition definition;
    private final String key;
    private final LogicalPartition partition;

    /** @param key a full partition key, a JSON array */
    DocumentOperations(Transaction transaction, String key) {
        this.transaction = transaction;
        this.definition = transaction.container().definition();
        this.key = key;
        this.partition = transaction.container().findOrCreate(key);
    }

    Outcome run(DocumentOperation operation) {
        StoredDocument found = partition.find(operation.target());
        switch (operation.kind()) {
            case CREATE -> {
                return create(operation, found);
            }
            case UPSERT -> {
                return found == null ? create(operation, null) : replace(operation, found);
            }
            case REPLACE -> {
                return replace(operation, there(operation, found));
            }
            case PATCH -> {
                return patch(operation, there(operation, found));
            }
            case DELETE -> {
                return delete(operation, there(operation, found));
            }
            default -> {
                return read(operation, there(operation, found));
            }
        }
    }

    private static StoredDocument there(DocumentOperation operation, @Nullable StoredDocument found) {
        if (found == null) {
            throw Refusal.notFound(operation.target());
        }
        return found;
    }

    private Outcome create(DocumentOperation operation, @Nullable StoredDocument found) {
        ObjectNode body = checked(operation.content());
        if (found != null) {
            throw Refusal.conflict("Entity with the specified id already exists in the system.");
        }
        StoredDocument stored = transaction.store(partition, body, null);
        return new Outcome(201, stored, Charges.insert(stored.size(), terms(stored)));
    }

    private Outcome replace(DocumentOperation operation, StoredDocument found) {
        ObjectNode body = checked(operation.content());
        if (!body.path("id").asText().equals(found.id())) {
            throw Refusal.badRequest("The id in the body differs from the document's");
        }
        checkIfMatch(operation, found);
        return replaced(found, body);
    }

    private Outcome patch(DocumentOperation operation, StoredDocument found) {
        checkIfMatch(operation, found);
        ObjectNode patched = checked(Patch.apply(found.tree(), operation.content()));
        if (!patched.get("id").asText().equals(found.id())) {
            throw Refusal.badRequest("The id cannot be patched");
        }
        return replaced(found, patched);
    }

    private Outcome replaced(StoredDocument found, ObjectNode body) {
        StoredDocument stored = transaction.store(partition, body, found);
        return new Outcome(200, stored, Charges.replace(stored.size(), terms(stored)));
    }

    private Outcome delete(DocumentOperation operation, StoredDocument found) {
        checkIfMatch(operation, found);
        transaction.remove(partition, found);
        return new Outcome(204, null, Charges.delete(found.size(), terms(found)));
    }

    private static Outcome read(DocumentOperation operation, StoredDocument found) {
        return operation.ifNoneMatch().equals(found.etag())
                ? new Outcome(304, null, Charges.POINT_READ)
                : new Outcome(200, found, Charges.read(found.size()));
    }

    private static void checkIfMatch(DocumentOperation operation, StoredDocument found) {
        String expected = operation.ifMatch();
        if (!expected.isEmpty() && !expected.equals("*") && !expected.equals(found.etag())) {
            throw Refusal.preconditionFailed();
        }
    }

    private ObjectNode checked(ObjectNode body) {
        JsonNode id = body.path("id");
        if (!id.isTextual() || id.textValue().isEmpty()) {
            throw Refusal.badRequest("The input content is invalid because the required property - 'id' - is missing");
        }
        String text = id.textValue();
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES
                || text.chars().anyMatch(character -> "/\\?#".indexOf(character) >= 0)) {
            throw Refusal.badRequest("The id has characters that an id may not have, or is too long");
        }
        if (!definition.partitionKeyOf(body).equals(key)) {
            throw Refusal.partitionKeyMismatch();
        }
        if (Json.text(body).getBytes(StandardCharsets.UTF_8).length > MAX_ITEM_BYTES) {
            throw Refusal.tooLarge();
        }
        return body;
    }

    private int terms(StoredDocument document) {
        return definition.indexing().terms(document.tree());
    }
}
