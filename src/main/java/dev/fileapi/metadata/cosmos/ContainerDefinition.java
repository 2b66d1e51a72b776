package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.azure.cosmos.models.UniqueKey;
import com.azure.cosmos.models.UniqueKeyPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code cosmos/{container}.json}, the one place that says how a container is partitioned and indexed. */
final class ContainerDefinition {

    private ContainerDefinition() {}

    static CosmosContainerProperties read(String container) {
        String resource = "/cosmos/" + container + ".json";
        try (InputStream json = ContainerDefinition.class.getResourceAsStream(resource)) {
            return properties(new ObjectMapper().readTree(Objects.requireNonNull(json, resource)));
        } catch (IOException e) {
            throw new IllegalStateException("The package's own " + resource + " cannot be read", e);
        }
    }

    private static CosmosContainerProperties properties(JsonNode json) {
        PartitionKeyDefinition key = new PartitionKeyDefinition()
                .setPaths(each(json.at("/partitionKey/paths"), JsonNode::asText))
                .setKind(PartitionKind.MULTI_HASH)
                .setVersion(PartitionKeyDefinitionVersion.V2);
        CosmosContainerProperties properties = new CosmosContainerProperties(
                        json.path("id").asText(), key)
                .setIndexingPolicy(indexing(json.path("indexingPolicy")));
        if (json.has("uniqueKeyPolicy")) {
            properties.setUniqueKeyPolicy(new UniqueKeyPolicy()
                    .setUniqueKeys(each(
                            json.at("/uniqueKeyPolicy/uniqueKeys"),
                            unique -> new UniqueKey(each(unique.path("paths"), JsonNode::asText)))));
        }
        if (json.has("defaultTtl")) {
            properties.setDefaultTimeToLiveInSeconds(json.path("defaultTtl").asInt());
        }
        return properties;
    }

    private static IndexingPolicy indexing(JsonNode json) {
        return new IndexingPolicy()
                .setIncludedPaths(each(json.path("includedPaths"), path -> new IncludedPath(path(path))))
                .setExcludedPaths(each(json.path("excludedPaths"), path -> new ExcludedPath(path(path))))
                .setCompositeIndexes(each(
                        json.path("compositeIndexes"), composite -> each(composite, ContainerDefinition::component)));
    }

    private static CompositePath component(JsonNode json) {
        return new CompositePath()
                .setPath(path(json))
                .setOrder(
                        json.path("order").asText().equals("descending")
                                ? CompositePathSortOrder.DESCENDING
                                : CompositePathSortOrder.ASCENDING);
    }

    private static String path(JsonNode json) {
        return json.path("path").asText();
    }

    private static <T> java.util.List<T> each(JsonNode array, Function<JsonNode, T> as) {
        Stream<JsonNode> elements = StreamSupport.stream(array.spliterator(), false);
        return elements.map(as).toList();
    }
}
