package dev.fileapi.local.cosmos;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import com.azure.cosmos.models.UniqueKey;
import com.azure.cosmos.models.UniqueKeyPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An emulator with one container {@code items} of partition key /org,/space, and Microsoft's client at work on it. */
final class EmulatedContainer implements AutoCloseable {

    final CosmosEmulator emulator;
    final CosmosClient client;
    final CosmosContainer items;
    final List<Answered> answered = new ArrayList<>();

    EmulatedContainer(Clock clock, int physicalPartitions) {
        emulator = CosmosEmulator.start(clock, physicalPartitions, 0);
        client = new CosmosClientBuilder()
                .endpoint(emulator.endpoint())
                .key(CosmosEmulator.KEY)
                .gatewayMode()
                .contentResponseOnWriteEnabled(true)
                .buildClient();
        client.createDatabase("db");
        client.getDatabase("db").createContainer(definition());
        items = client.getDatabase("db").getContainer("items");
        emulator.listen(answered::add);
    }

    private static CosmosContainerProperties definition() {
        PartitionKeyDefinition key = new PartitionKeyDefinition()
                .setPaths(List.of("/org", "/space"))
                .setKind(PartitionKind.MULTI_HASH)
                .setVersion(PartitionKeyDefinitionVersion.V2);
        return new CosmosContainerProperties("items", key)
                .setUniqueKeyPolicy(new UniqueKeyPolicy().setUniqueKeys(List.of(new UniqueKey(List.of("/slot")))))
                .setDefaultTimeToLiveInSeconds(-1)
                .setIndexingPolicy(new IndexingPolicy()
                        .setIncludedPaths(List.of(
                                new IncludedPath("/name/?"),
                                new IncludedPath("/n/?"),
                                new IncludedPath("/tags/[]/?"),
                                new IncludedPath("/slot/?")))
                        .setExcludedPaths(List.of(new ExcludedPath("/*")))
                        .setCompositeIndexes(List.of(List.of(
                                new CompositePath().setPath("/n").setOrder(CompositePathSortOrder.ASCENDING),
                                new CompositePath().setPath("/name").setOrder(CompositePathSortOrder.ASCENDING)))));
    }

    static PartitionKey key(String org, String space) {
        return new PartitionKeyBuilder().add(org).add(space).build();
    }

    static ObjectNode item(String id, String name, int n) {
        return Json.object()
                .put("id", id)
                .put("org", "o")
                .put("space", "s")
                .put("slot", id)
                .put("name", name)
                .put("n", n);
    }

    ObjectNode create(ObjectNode item) {
        return items.createItem(item, keyOf(item), new CosmosItemRequestOptions())
                .getItem();
    }

    ObjectNode read(String id) {
        return items.readItem(id, key("o", "s"), ObjectNode.class).getItem();
    }

    List<JsonNode> query(String text, Map<String, Object> parameters) {
        return query(text, parameters, new CosmosQueryRequestOptions().setPartitionKey(key("o", "s")));
    }

    List<JsonNode> query(String text, Map<String, Object> parameters, CosmosQueryRequestOptions options) {
        SqlQuerySpec query = new SqlQuerySpec(
                text,
                parameters.entrySet().stream()
                        .map(each -> new SqlParameter(each.getKey(), each.getValue()))
                        .toList());
        return items.queryItems(query, options, JsonNode.class).stream().toList();
    }

    static PartitionKey keyOf(ObjectNode item) {
        return key(item.get("org").asText(), item.get("space").asText());
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}
