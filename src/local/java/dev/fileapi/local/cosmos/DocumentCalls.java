package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers calls about one document ("Documents", Azure Cosmos DB REST API reference). */
final class DocumentCalls {

    private final Container container;

    DocumentCalls(Container container) {
        this.container = container;
    }

    Answer answer(Call call) {
        DocumentOperation operation = operation(call);
        String key = key(call);
        DocumentOperation.Outcome outcome =
                container.write(transaction -> new DocumentOperations(transaction, key).run(operation));
        StoredDocument document = outcome.document();
        return new Answer(
                outcome.status(), headers(container, key, document), body(call, operation, document), outcome.charge());
    }

    private static DocumentOperation operation(Call call) {
        String verb = call.operation().substring(0, call.operation().indexOf(' '));
        return new DocumentOperation(
                DocumentOperation.Kind.named(verb),
                call.segments().size() > 5 ? call.segments().get(5) : "",
                call.body().isEmpty() ? null : Json.object(call.body()),
                call.header("if-match"),
                call.header("if-none-match"));
    }

    /** The call's full partition key, in one spelling. */
    String key(Call call) {
        JsonNode key = Json.read(call.header("x-ms-documentdb-partitionkey"));
        if (key.size() != container.definition().partitionKey().size()) {
            throw Refusal.partitionKeyMismatch();
        }
        return key.toString();
    }

    static Map<String, String> headers(Container container, String key, @Nullable StoredDocument document) {
        Map<String, String> headers = new HashMap<>();
        LogicalPartition partition = container.read(() -> container.find(key));
        if (partition != null) {
            headers.put("x-ms-session-token", partition.home().sessionToken());
            headers.put("x-ms-documentdb-partitionkeyrangeid", partition.home().id());
        }
        if (document != null) {
            headers.put("etag", document.etag());
        }
        return headers;
    }

    private static @Nullable ObjectNode body(
            Call call, DocumentOperation operation, @Nullable StoredDocument document) {
        boolean wanted = operation.kind() == DocumentOperation.Kind.READ
                || !call.header("prefer").equals("return=minimal");
        return document != null && wanted ? document.tree() : null;
    }
}
