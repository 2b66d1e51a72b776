package dev.fileapi.local.cosmos;

import static dev.fileapi.local.cosmos.EmulatedContainer.item;
import static dev.fileapi.local.cosmos.EmulatedContainer.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosBatchItemRequestOptions;
import com.azure.cosmos.models.CosmosBatchOperationResult;
import com.azure.cosmos.models.CosmosBatchResponse;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** All or nothing, as "Transactional batch operations in Azure Cosmos DB" has it. */
class BatchesOverTheWireTest {

    private static final EmulatedContainer CONTAINER = new EmulatedContainer(Clock.systemUTC(), 1);

    @AfterAll
    static void stop() {
        CONTAINER.close();
    }

    /** "Transactional batch operations", how to create one. */
    @Test
    void allOperationsAreDoneInOrder() {
        CosmosBatch batch = CosmosBatch.createCosmosBatch(key("o", "s"));
        batch.createItemOperation(item("first", "a", 1));
        batch.upsertItemOperation(item("second", "b", 1));
        batch.replaceItemOperation("first", item("first", "c", 1));
        batch.readItemOperation("first");

        CosmosBatchResponse response = CONTAINER.items.executeCosmosBatch(batch);

        assertThat(response.isSuccessStatusCode()).isTrue();
        assertThat(response.getResults())
                .extracting(CosmosBatchOperationResult::getStatusCode)
                .containsExactly(201, 201, 200, 200);
        assertThat(response.getResults()
                        .get(3)
                        .getItem(ObjectNode.class)
                        .path("name")
                        .asText())
                .isEqualTo("c");
    }

    /** "Transactional batch operations", executed atomically: the failing one says why, the others 424. */
    @Test
    void oneFailureUndoesAll() {
        CONTAINER.create(item("there", "a", 1));
        CosmosBatch batch = CosmosBatch.createCosmosBatch(key("o", "s"));
        batch.createItemOperation(item("undone", "a", 1));
        batch.replaceItemOperation("there", item("there", "changed", 1));
        batch.createItemOperation(item("there", "a", 1));
        batch.deleteItemOperation("there");

        CosmosBatchResponse response = CONTAINER.items.executeCosmosBatch(batch);

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(response.getResults())
                .extracting(CosmosBatchOperationResult::getStatusCode)
                .containsExactly(424, 424, 409, 424);
        assertThat(CONTAINER.query("SELECT VALUE c.name FROM c WHERE c.id IN ('undone', 'there')", Map.of()))
                .hasToString("[\"a\"]");
        // neither are the unique keys of what was undone taken
        CONTAINER.create(item("heir", "a", 1).put("slot", "undone"));
    }

    /** "Transactional batch operations", supported operations: patch and delete as well, each with its condition. */
    @Test
    void aBatchPatchesAndDeletesOnConditions() {
        CONTAINER.create(item("kept", "a", 1));
        String etag = CONTAINER.create(item("gone", "a", 1)).get("_etag").asText();
        CosmosBatch batch = CosmosBatch.createCosmosBatch(key("o", "s"));
        batch.patchItemOperation("kept", CosmosPatchOperations.create().increment("/n", 1));
        batch.deleteItemOperation("gone", new CosmosBatchItemRequestOptions().setIfMatchETag(etag));

        assertThat(CONTAINER.items.executeCosmosBatch(batch).isSuccessStatusCode())
                .isTrue();
        assertThat(CONTAINER.read("kept").path("n").asInt()).isEqualTo(2);

        CosmosBatch stale = CosmosBatch.createCosmosBatch(key("o", "s"));
        stale.patchItemOperation("kept", CosmosPatchOperations.create().increment("/n", 1));
        stale.deleteItemOperation("kept", new CosmosBatchItemRequestOptions().setIfMatchETag(etag));
        assertThat(statusOf(stale)).isEqualTo(412);
        assertThat(CONTAINER.read("kept").path("n").asInt()).isEqualTo(2);
    }

    /** "Transactional batch operations", limitations: 100 operations. */
    @Test
    void aHundredOperationsAreTheLimit() {
        CosmosBatch batch = CosmosBatch.createCosmosBatch(key("o", "s"));
        for (int at = 0; at < 101; at++) {
            batch.upsertItemOperation(item("many" + at, "a", 1));
        }

        assertThat(statusOf(batch)).isEqualTo(400);
    }

    private static int statusOf(CosmosBatch batch) {
        try {
            return CONTAINER.items.executeCosmosBatch(batch).getStatusCode();
        } catch (com.azure.cosmos.CosmosException e) {
            return e.getStatusCode();
        }
    }
}
