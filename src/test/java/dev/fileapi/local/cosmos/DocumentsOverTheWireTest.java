package dev.fileapi.local.cosmos;

import static dev.fileapi.local.cosmos.EmulatedContainer.item;
import static dev.fileapi.local.cosmos.EmulatedContainer.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One document at a time, as "Documents" in Microsoft's REST API reference has it. */
class DocumentsOverTheWireTest {

    private static final EmulatedContainer CONTAINER = new EmulatedContainer(Clock.systemUTC(), 1);

    @AfterAll
    static void stop() {
        CONTAINER.close();
    }

    /** "Create Document". */
    @Test
    void aCreatedDocumentIsReadBackWithItsSystemProperties() {
        CONTAINER.create(item("created", "ä name", 1));

        ObjectNode read = CONTAINER.read("created");

        assertThat(read.path("name").asText()).isEqualTo("ä name");
        assertThat(read.path("_etag").asText()).startsWith("\"");
        assertThat(read.has("_ts")).isTrue();
    }

    /** "Create Document", status codes. */
    @Test
    void anIdIsTakenOnce() {
        CONTAINER.create(item("twice", "a", 1));

        refused(() -> CONTAINER.create(item("twice", "b", 1).put("slot", "other")), 409);
    }

    /** "Unique key constraints in Azure Cosmos DB": per logical partition. */
    @Test
    void aUniqueKeyIsTakenOncePerLogicalPartition() {
        CONTAINER.create(item("unique", "a", 1));

        refused(() -> CONTAINER.create(item("unique2", "b", 1).put("slot", "unique")), 409);
        CONTAINER.create(item("unique3", "b", 1).put("slot", "unique").put("space", "elsewhere"));
    }

    /** "Unique key constraints in Azure Cosmos DB": sparse keys are not supported, a missing value is null. */
    @Test
    void aMissingUniqueKeyCountsOnceAsNull() {
        ObjectNode first = item("sparse", "a", 1).put("space", "sparse");
        first.remove("slot");
        CONTAINER.create(first);

        refused(() -> CONTAINER.create(first.deepCopy().put("id", "sparse2").putNull("slot")), 409);
    }

    /** "Get a Document". */
    @Test
    void whatIsNotThereIsNotFound() {
        refused(() -> CONTAINER.read("nowhere"), 404);
    }

    /** "Replace a Document", If-Match. */
    @Test
    void aReplaceIsConditionalOnTheETag() {
        ObjectNode created = CONTAINER.create(item("replaced", "a", 1));
        String etag = created.get("_etag").asText();
        ObjectNode changed = item("replaced", "b", 2);

        CONTAINER.items.replaceItem(
                changed, "replaced", key("o", "s"), new CosmosItemRequestOptions().setIfMatchETag(etag));

        assertThat(CONTAINER.read("replaced").path("name").asText()).isEqualTo("b");
        refused(
                () -> CONTAINER.items.replaceItem(
                        changed, "replaced", key("o", "s"), new CosmosItemRequestOptions().setIfMatchETag(etag)),
                412);
    }

    /** "Replace a Document": unique keys hold there as well. */
    @Test
    void aReplaceCannotTakeAUniqueKey() {
        CONTAINER.create(item("holder", "a", 1));
        CONTAINER.create(item("taker", "a", 1));

        refused(
                () -> CONTAINER.items.replaceItem(
                        item("taker", "a", 1).put("slot", "holder"),
                        "taker",
                        key("o", "s"),
                        new CosmosItemRequestOptions()),
                409);
        assertThat(CONTAINER.read("taker").path("slot").asText()).isEqualTo("taker");
    }

    /** "Delete Document". */
    @Test
    void aDeleteIsConditionalOnTheETag() {
        ObjectNode created = CONTAINER.create(item("deleted", "a", 1));
        CosmosItemRequestOptions stale = new CosmosItemRequestOptions().setIfMatchETag("\"stale\"");

        refused(() -> CONTAINER.items.deleteItem("deleted", key("o", "s"), stale), 412);
        CONTAINER.items.deleteItem(
                "deleted",
                key("o", "s"),
                new CosmosItemRequestOptions()
                        .setIfMatchETag(created.get("_etag").asText()));

        refused(() -> CONTAINER.read("deleted"), 404);
    }

    /** "Create Document", x-ms-documentdb-is-upsert. */
    @Test
    void anUpsertCreatesAndReplaces() {
        CONTAINER.items.upsertItem(item("upserted", "a", 1));
        CONTAINER.items.upsertItem(item("upserted", "b", 1));

        assertThat(CONTAINER.read("upserted").path("name").asText()).isEqualTo("b");
    }

    /** "Get a Document", If-None-Match. */
    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        String etag = CONTAINER.create(item("unchanged", "a", 1)).get("_etag").asText();

        assertThat(CONTAINER
                        .items
                        .readItem(
                                "unchanged",
                                key("o", "s"),
                                new CosmosItemRequestOptions().setIfNoneMatchETag(etag),
                                ObjectNode.class)
                        .getStatusCode())
                .isEqualTo(304);
    }

    /** "Partial document update in Azure Cosmos DB". */
    @Test
    void aPatchChangesPartsOfADocument() {
        CONTAINER.create(item("patched", "a", 1));

        CONTAINER.items.patchItem(
                "patched",
                key("o", "s"),
                CosmosPatchOperations.create()
                        .set("/name", "b")
                        .increment("/n", 2)
                        .remove("/slot"),
                ObjectNode.class);

        ObjectNode read = CONTAINER.read("patched");
        assertThat(read.path("name").asText()).isEqualTo("b");
        assertThat(read.path("n").asInt()).isEqualTo(3);
        assertThat(read.has("slot")).isFalse();
        CONTAINER.items.deleteItem("patched", key("o", "s"), new CosmosItemRequestOptions());
    }

    /** "Partial document update in Azure Cosmos DB", conditional patch. */
    @Test
    void aPatchIsDoneOnlyWhereItsFilterIsMet() {
        CONTAINER.create(item("filtered", "a", 1));
        CosmosPatchOperations rename = CosmosPatchOperations.create().set("/name", "b");

        refused(
                () -> CONTAINER.items.patchItem(
                        "filtered",
                        key("o", "s"),
                        rename,
                        new CosmosPatchItemRequestOptions().setFilterPredicate("from c where c.n = 2"),
                        ObjectNode.class),
                412);
        CONTAINER.items.patchItem(
                "filtered",
                key("o", "s"),
                rename,
                new CosmosPatchItemRequestOptions().setFilterPredicate("from c where c.n = 1 and c.name = 'a'"),
                ObjectNode.class);

        assertThat(CONTAINER.read("filtered").path("name").asText()).isEqualTo("b");
    }

    /** "Partial document update in Azure Cosmos DB": ten operations at most. */
    @Test
    void aPatchHasTenOperationsAtMost() {
        CONTAINER.create(item("eleven", "a", 1));
        CosmosPatchOperations eleven = CosmosPatchOperations.create();
        for (int at = 0; at < 11; at++) {
            eleven.set("/p" + at, at);
        }

        refused(() -> CONTAINER.items.patchItem("eleven", key("o", "s"), eleven, ObjectNode.class), 400);
    }

    /** "Partial document update in Azure Cosmos DB": id and partition key cannot be changed. */
    @ParameterizedTest
    @ValueSource(strings = {"/id", "/org"})
    void aPatchCannotMoveADocument(String path) {
        CONTAINER.items.upsertItem(item("fixed", "a", 1));
        CosmosPatchOperations move = CosmosPatchOperations.create().set(path, "b");

        refused(() -> CONTAINER.items.patchItem("fixed", key("o", "s"), move, ObjectNode.class), 400);
        assertThat(CONTAINER.read("fixed").path("org").asText()).isEqualTo("o");
    }

    /** "Partial document update in Azure Cosmos DB", incr. */
    @Test
    void onlyANumberIsIncremented() {
        CONTAINER.create(item("wordy", "a", 1));
        CosmosPatchOperations increment = CosmosPatchOperations.create().increment("/name", 1);

        refused(() -> CONTAINER.items.patchItem("wordy", key("o", "s"), increment, ObjectNode.class), 400);
    }

    /** "Azure Cosmos DB service quotas", per-item limits. */
    @Test
    void aDocumentOfMoreThanTwoMegabytesIsTooLarge() {
        refused(() -> CONTAINER.create(item("large", "x".repeat(2 * 1024 * 1024), 1)), 413);
    }

    /** "Azure Cosmos DB service quotas": 1,023 bytes. */
    @Test
    void aLongIdIsRefused() {
        refused(() -> CONTAINER.create(item("x".repeat(1024), "a", 1)), 400);
    }

    /** "Azure Cosmos DB service quotas": an id has no slash, backslash, question mark or hash. */
    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a?b", "a#b"})
    void anIdWithOneOfFourCharactersIsRefused(String id) {
        refused(() -> CONTAINER.create(item(id, "a", 1)), 400);
    }

    /** "Partitioning and horizontal scaling in Azure Cosmos DB": the key of a call is that of its document. */
    @Test
    void aDocumentOfAnotherPartitionKeyIsRefused() {
        refused(
                () -> CONTAINER.items.createItem(item("astray", "a", 1), key("o", "t"), new CosmosItemRequestOptions()),
                400);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call, int status) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CosmosException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(status));
    }
}
