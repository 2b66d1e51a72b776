package dev.fileapi.local.cosmos;

import static dev.fileapi.local.cosmos.EmulatedContainer.item;
import static dev.fileapi.local.cosmos.EmulatedContainer.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries in one logical partition and across three physical ones. */
class QueriesOverTheWireTest {

    private static final EmulatedContainer CONTAINER = new EmulatedContainer(Clock.systemUTC(), 3);

    @BeforeAll
    static void fill() {
        for (int at = 0; at < 30; at++) {
            CONTAINER.create(item("i" + at, "name%02d".formatted(29 - at), at / 10));
        }
        for (int at = 0; at < 30; at++) {
            CONTAINER.create(item("j" + at, "name%02d".formatted(at), at).put("space", "s" + at));
        }
    }

    @AfterAll
    static void stop() {
        CONTAINER.close();
    }

    /** "SELECT clause", "WHERE clause", "Parameterized queries". */
    @Test
    void aFilterWithParametersPicksDocuments() {
        assertThat(ids("SELECT * FROM c WHERE c.n = @n AND c.name < @name", Map.of("@n", 2, "@name", "name03")))
                .containsExactlyInAnyOrder("i29", "i28", "i27");
    }

    /** "SELECT clause": projections and VALUE. */
    @Test
    void aProjectionGivesPartsOfDocuments() {
        assertThat(CONTAINER.query("SELECT c.id, c.n AS number FROM c WHERE c.id = 'i12'", Map.of()))
                .hasToString("[{\"id\":\"i12\",\"number\":1}]");
        assertThat(CONTAINER.query("SELECT VALUE c.name FROM c WHERE c.id = 'i12'", Map.of()))
                .hasToString("[\"name17\"]");
    }

    /** "ORDER BY clause". */
    @Test
    void resultsComeInOrder() {
        assertThat(ids("SELECT * FROM c ORDER BY c.name DESC", Map.of()))
                .startsWith("i0", "i1", "i2")
                .hasSize(30);
    }

    /** "ORDER BY clause": several properties need a composite index, either way round. */
    @Test
    void anOrderOfTwoPropertiesIsServedByItsCompositeIndex() {
        assertThat(ids("SELECT * FROM c ORDER BY c.n ASC, c.name ASC", Map.of()))
                .startsWith("i9", "i8");
        assertThat(ids("SELECT * FROM c ORDER BY c.n DESC, c.name DESC", Map.of()))
                .startsWith("i20", "i21");
        assertThatThrownBy(() -> ids("SELECT * FROM c ORDER BY c.n ASC, c.name DESC", Map.of()))
                .isInstanceOf(CosmosException.class)
                .hasMessageContaining("composite index");
    }

    /** "Indexing policies in Azure Cosmos DB": ORDER BY needs the property indexed. */
    @Test
    void anOrderByWhatIsNotIndexedIsRefused() {
        assertThatThrownBy(() -> ids("SELECT * FROM c ORDER BY c.other", Map.of()))
                .isInstanceOf(CosmosException.class)
                .hasMessageContaining("excluded");
    }

    /** "OFFSET LIMIT clause". */
    @Test
    void aPartOfTheResultsIsSkippedAndGiven() {
        assertThat(ids(
                        "SELECT * FROM c ORDER BY c.name OFFSET @offset LIMIT @limit",
                        Map.of("@offset", 5, "@limit", 3)))
                .containsExactly("i24", "i23", "i22");
    }

    /** "Aggregate functions", COUNT. */
    @Test
    void matchesAreCounted() {
        assertThat(CONTAINER.query("SELECT VALUE COUNT(1) FROM c WHERE c.n >= 1", Map.of()))
                .hasToString("[20]");
    }

    /** "Keywords", DISTINCT. */
    @Test
    void equalResultsAreGivenOnce() {
        assertThat(CONTAINER.query("SELECT DISTINCT VALUE c.n FROM c", Map.of()))
                .extracting(JsonNode::asInt)
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    /** "System functions in Azure Cosmos DB for NoSQL". */
    @Test
    void functionsLookIntoStringsAndTypes() {
        assertThat(ids("SELECT * FROM c WHERE STARTSWITH(c.name, 'name0') AND NOT IS_NULL(c.n)", Map.of()))
                .hasSize(10);
        assertThat(ids("SELECT * FROM c WHERE CONTAINS(c.name, 'E1') OR CONTAINS(c.name, 'E1', true)", Map.of()))
                .hasSize(10);
        assertThat(ids("SELECT * FROM c WHERE NOT IS_DEFINED(c.absent) AND c.id IN ('i1', 'i2')", Map.of()))
                .hasSize(2);
        assertThat(ids("SELECT * FROM c WHERE c.absent = null OR c.absent != 1", Map.of()))
                .isEmpty();
    }

    /** "ARRAY_CONTAINS - Query language in Cosmos DB". */
    @Test
    void anArrayContainsAnElement() {
        CONTAINER.create(withTags("both", "a", "b").put("space", "tags"));
        CONTAINER.create(withTags("one", "a").put("space", "tags"));
        CONTAINER.create(withTags("none").put("space", "tags"));
        CONTAINER.create(item("absent", "absent", 1).put("space", "tags"));

        assertThat(tagged("ARRAY_CONTAINS(c.tags, @tag)", "a")).containsExactlyInAnyOrder("both", "one");
        assertThat(tagged("ARRAY_CONTAINS(c.tags, @tag) AND ARRAY_CONTAINS(c.tags, 'a')", "b"))
                .containsExactly("both");
        assertThat(tagged("ARRAY_CONTAINS(c.tags, @tag)", "A")).isEmpty();
        assertThat(tagged("NOT ARRAY_CONTAINS(c.tags, @tag)", "a")).containsExactly("none");
        for (String id : List.of("both", "one", "none", "absent")) {
            CONTAINER.items.deleteItem(id, key("o", "tags"), new CosmosItemRequestOptions());
        }
    }

    private static ObjectNode withTags(String id, String... tags) {
        ObjectNode item = item(id, id, 1);
        ArrayNode array = item.putArray("tags");
        Stream.of(tags).forEach(array::add);
        return item;
    }

    private static List<String> tagged(String condition, String tag) {
        return CONTAINER
                .query(
                        "SELECT * FROM c WHERE " + condition,
                        Map.of("@tag", tag),
                        new CosmosQueryRequestOptions().setPartitionKey(key("o", "tags")))
                .stream()
                .map(each -> each.path("id").asText())
                .toList();
    }

    /** "Pagination in Azure Cosmos DB": a continuation token is good for another query later. */
    @Test
    void aQueryGoesOnWhereItsPageEnded() {
        List<String> names = new ArrayList<>();
        String continuation = null;
        do {
            FeedResponse<JsonNode> page = CONTAINER
                    .items
                    .queryItems(
                            "SELECT * FROM c ORDER BY c.name",
                            new CosmosQueryRequestOptions().setPartitionKey(key("o", "s")),
                            JsonNode.class)
                    .iterableByPage(continuation, 7)
                    .iterator()
                    .next();
            page.getResults().forEach(each -> names.add(each.path("name").asText()));
            continuation = page.getContinuationToken();
        } while (continuation != null);

        assertThat(names).hasSize(30).isSorted().doesNotHaveDuplicates();
    }

    /** "Query containers in Azure Cosmos DB", cross-partition query. */
    @Test
    void aQueryAcrossPartitionsMergesTheirOrders() {
        List<JsonNode> results = CONTAINER.query(
                "SELECT * FROM c WHERE c.n >= 0 ORDER BY c.name OFFSET 3 LIMIT 40",
                Map.of(),
                new CosmosQueryRequestOptions());

        assertThat(results)
                .hasSize(40)
                .extracting(each -> each.path("name").asText())
                .isSorted();
        assertThat(CONTAINER.query("SELECT VALUE COUNT(1) FROM c", Map.of(), new CosmosQueryRequestOptions()))
                .hasToString("[60]");
    }

    /** "Hierarchical partition keys in Azure Cosmos DB": queries with a prefix of the key. */
    @Test
    void aPrefixOfTheKeyPicksItsPartitions() {
        CONTAINER.create(item("other", "name", 1).put("org", "p"));
        CosmosQueryRequestOptions ofOrg = new CosmosQueryRequestOptions()
                .setPartitionKey(new com.azure.cosmos.models.PartitionKeyBuilder()
                        .add("p")
                        .build());

        assertThat(CONTAINER.query("SELECT * FROM c", Map.of(), ofOrg)).hasSize(1);
        CONTAINER.items.deleteItem("other", key("p", "s"), new CosmosItemRequestOptions());
    }

    /** What the emulator does not know, Cosmos DB may well do. */
    @Test
    void whatTheEmulatorDoesNotKnowIs501() {
        assertThatThrownBy(() -> CONTAINER.query("SELECT c.n FROM c GROUP BY c.n", Map.of()))
                .isInstanceOfSatisfying(
                        CosmosException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(501));
    }

    private static List<String> ids(String query, Map<String, Object> parameters) {
        return CONTAINER.query(query, parameters).stream()
                .map(each -> each.path("id").asText())
                .toList();
    }
}
