package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers transactional batches: all operations of one partition key or none ("Transactional batch operations in Azure Cosmos
 * DB").
 */
final class BatchCalls {

    private static final int MAX_OPERATIONS = 100;
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final Container container;

    BatchCalls(Container container) {
        this.container = container;
    }

    Answer answer(Call call) {
        if (!call.isTrue("x-ms-cosmos-batch-atomic")) {
            throw Refusal.notImplemented("batches that are not atomic");
        }
        if (call.body().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Refusal.tooLarge();
        }
        List<DocumentOperation> operations = operations(Json.read(call.body()));
        String key = new DocumentCalls(container).key(call);
        // where it was when it failed
        AtomicInteger at = new AtomicInteger();
        try {
            List<DocumentOperation.Outcome> outcomes = container.write(transaction -> {
                DocumentOperations documents = new DocumentOperations(transaction, key);
                List<DocumentOperation.Outcome> done = new ArrayList<>();
                for (DocumentOperation operation : operations) {
                    done.add(documents.run(operation));
                    at.incrementAndGet();
                }
                return done;
            });
            double charge = outcomes.stream()
                    .mapToDouble(DocumentOperation.Outcome::charge)
                    .sum();
            return new Answer(200, DocumentCalls.headers(container, key, null), results(outcomes), charge);
        } catch (Refusal e) {
            return new Answer(
                    207,
                    DocumentCalls.headers(container, key, null),
                    failed(operations.size(), at.get(), e),
                    Charges.REFUSED * operations.size());
        }
    }

    private static List<DocumentOperation> operations(JsonNode body) {
        if (body.isEmpty() || body.size() > MAX_OPERATIONS) {
            throw Refusal.badRequest("A batch has 1 to " + MAX_OPERATIONS + " operations");
        }
        List<DocumentOperation> operations = new ArrayList<>();
        body.forEach(each -> operations.add(new DocumentOperation(
                DocumentOperation.Kind.named(each.path("operationType").asText()),
                each.path("id").asText(),
                each.path("resourceBody") instanceof ObjectNode content ? content : null,
                each.path("ifMatch").asText(),
                each.path("ifNoneMatch").asText())));
        return operations;
    }

    private static ArrayNode results(List<DocumentOperation.Outcome> outcomes) {
        ArrayNode results = Json.object().putArray("results");
        outcomes.forEach(outcome -> {
            ObjectNode result =
                    results.addObject().put("statusCode", outcome.status()).put("requestCharge", outcome.charge());
            StoredDocument document = outcome.document();
            if (document != null) {
                result.put("eTag", document.etag()).set("resourceBody", document.tree());
            }
        });
        return results;
    }

    /** The others answer that they failed for what they depend on. */
    private static ArrayNode failed(int size, int at, Refusal refusal) {
        ArrayNode results = Json.object().putArray("results");
        for (int index = 0; index < size; index++) {
            results.addObject()
                    .put("statusCode", index == at ? refusal.status() : 424)
                    .put("subStatusCode", index == at ? refusal.subStatus() : 0)
                    .put("requestCharge", Charges.REFUSED);
        }
        return results;
    }
}
