package dev.fileapi.local.cosmos;

import static dev.fileapi.local.cosmos.EmulatedContainer.item;
import static dev.fileapi.local.cosmos.EmulatedContainer.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What calls cost, and what can be made to go wrong with them. */
class ChargesAndFaultsTest {

    private static final EmulatedContainer CONTAINER = new EmulatedContainer(Clock.systemUTC(), 1);

    @AfterEach
    void heal() {
        CONTAINER.emulator.heal();
    }

    @AfterAll
    static void stop() {
        CONTAINER.close();
    }

    /** "Request Units in Azure Cosmos DB": 1 KB costs 1, 100 KB 10. */
    @Test
    void aPointReadCostsWhatTheDocumentationSays() {
        CONTAINER.create(item("small", "a", 1));
        CONTAINER.create(item("big", "x".repeat(100 * 1024), 1));

        assertThat(charge("small")).isEqualTo(1);
        assertThat(charge("big")).isCloseTo(10, within(0.1));
    }

    /** "Optimize request cost in Azure Cosmos DB": around 5.5 before indexing, a replace twice of it. */
    @Test
    void writesCostMoreThanReads() {
        double created = CONTAINER.items.createItem(item("written", "a", 1)).getRequestCharge();
        double replaced = CONTAINER.items.upsertItem(item("written", "b", 1)).getRequestCharge();

        assertThat(created).isBetween(5.5, 7.0);
        assertThat(replaced).isCloseTo(2 * created, within(0.1));
    }

    /** "Indexing policies in Azure Cosmos DB": without an index every document is looked into. */
    @Test
    void aQueryWithoutAnIndexCostsMoreTheMoreThereIs() {
        CONTAINER.emulator.load(
                "db",
                "items",
                IntStream.range(0, 5000)
                        .mapToObj(at -> withArrays(item("q" + at, "query" + at, at)
                                .put("space", "many")
                                .put("plain", at))));

        double indexed = chargeOf("SELECT * FROM c WHERE c.n = 17");
        double scanned = chargeOf("SELECT * FROM c WHERE c.plain = 17");

        assertThat(indexed).isLessThan(2.5);
        assertThat(scanned).isGreaterThan(20);
    }

    /** "Indexing policies in Azure Cosmos DB": an array's elements are addressed together through {@code /[]}. */
    @Test
    void anElementOfAnArrayIsFoundByItsIndex() {
        assertThat(chargeOf("SELECT * FROM c WHERE ARRAY_CONTAINS(c.tags, 'number:17')"))
                .isLessThan(2.5);
        assertThat(chargeOf("SELECT * FROM c WHERE ARRAY_CONTAINS(c.plainTags, 'number:17')"))
                .isGreaterThan(20);
    }

    private static ObjectNode withArrays(ObjectNode item) {
        String tag = "number:" + item.get("n");
        item.putArray("tags").add(tag);
        item.putArray("plainTags").add(tag);
        return item;
    }

    /** "Diagnose and troubleshoot request rate too large (429) exceptions": the client waits and tries again. */
    @Test
    void aBudgetThrottlesAndTheClientWaits() {
        CONTAINER.emulator.limit(50);
        CONTAINER.answered.clear();

        for (int at = 0; at < 12; at++) {
            CONTAINER.create(item("budget" + at, "a", 1));
        }

        assertThat(CONTAINER.answered).extracting(Answered::status).contains(429, 201);
    }

    /** The client cannot know whether its write happened: it reports a failure ("Designing resilient applications"). */
    @Test
    void anAnswerIsLostAfterTheEffect() {
        CONTAINER.emulator.fail(Fault.on("create docs"), 1, new Fault.LostAfter());

        assertThatThrownBy(() -> CONTAINER.create(item("lost", "a", 1))).isInstanceOf(CosmosException.class);

        assertThat(CONTAINER.read("lost").path("name").asText()).isEqualTo("a");
    }

    /** "Designing resilient applications": nor can it know that its write did not happen. */
    @Test
    void aCallIsLostBeforeTheEffect() {
        CONTAINER.emulator.fail(Fault.on("create docs"), 1, new Fault.LostBefore());

        assertThatThrownBy(() -> CONTAINER.create(item("never", "a", 1))).isInstanceOf(CosmosException.class);

        assertThatThrownBy(() -> CONTAINER.read("never")).hasMessageContaining("404");
    }

    /** "HTTP status codes for Azure Cosmos DB": the client tries a 449 again by itself only in direct mode. */
    @Test
    void aCallIsRefusedOnDemand() {
        CONTAINER.emulator.fail(Fault.on("create docs"), 1, new Fault.Refused(403, 3));

        CONTAINER.create(item("retried", "a", 1));

        assertThat(CONTAINER.read("retried").path("name").asText()).isEqualTo("a");
    }

    /** "Troubleshoot request timeout exceptions": a call ends when its time is over, whenever the answer comes. */
    @Test
    void anAnswerIsLate() {
        CONTAINER.create(item("late", "a", 1));
        CONTAINER.emulator.fail(Fault.on("read docs"), 1, new Fault.Late(Duration.ofMillis(300)));
        long start = System.nanoTime();

        CONTAINER.read("late");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    }

    /** "Access control on Azure Cosmos DB resources": the key signs every call. */
    @Test
    void aWrongKeyIsRefused() {
        CosmosClientBuilder other = new CosmosClientBuilder()
                .endpoint(CONTAINER.emulator.endpoint())
                .key("AAAA" + CosmosEmulator.KEY.substring(4))
                .gatewayMode();

        assertThatThrownBy(() -> {
                    try (CosmosClient client = other.buildClient()) {
                        client.createDatabase("x");
                    }
                })
                .hasStackTraceContaining("401");
    }

    private static double charge(String id) {
        return CONTAINER.items.readItem(id, key("o", "s"), ObjectNode.class).getRequestCharge();
    }

    private static double chargeOf(String query) {
        return CONTAINER
                .items
                .queryItems(query, new CosmosQueryRequestOptions().setPartitionKey(key("o", "many")), JsonNode.class)
                .streamByPage()
                .mapToDouble(FeedResponse::getRequestCharge)
                .sum();
    }
}
