package dev.fileapi.local.cosmos;

import com.azure.cosmos.implementation.routing.PartitionKeyInternal;
import com.azure.cosmos.implementation.routing.PartitionKeyInternalHelper;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container was created with.
 *
 * @param body as the client sent it
 * @param partitionKey paths as {@code /a}, one or, for a hierarchical key, up to three
 * @param uniqueKeys each a list of paths
 * @param defaultTtl seconds; -1: documents expire only by their own ttl; null: documents never expire
 */
record ContainerDefinition(
        String id,
        ObjectNode body,
        List<String> partitionKey,
        List<List<String>> uniqueKeys,
        IndexingPolicy indexing,
        @Nullable Integer defaultTtl) {

    static ContainerDefinition of(ObjectNode body) {
        List<List<String>> uniqueKeys = new ArrayList<>();
        body.path("uniqueKeyPolicy").path("uniqueKeys").forEach(key -> uniqueKeys.add(texts(key.path("paths"))));
        List<String> partitionKey = texts(body.path("partitionKey").path("paths"));
        if (partitionKey.isEmpty()) {
            throw Refusal.badRequest("A container needs a partition key");
        }
        return new ContainerDefinition(
                body.path("id").asText(),
                body,
                partitionKey,
                uniqueKeys,
                IndexingPolicy.of(body.path("indexingPolicy")),
                body.hasNonNull("defaultTtl") ? body.get("defaultTtl").asInt() : null);
    }

    /** Where a partition key lies in the space that physical partitions share out, by the client's own hash. */
    String effectivePartitionKey(String key) {
        PartitionKeyDefinition definition = new PartitionKeyDefinition();
        definition.setPaths(partitionKey);
        definition.setKind(partitionKey.size() > 1 ? PartitionKind.MULTI_HASH : PartitionKind.HASH);
        definition.setVersion(PartitionKeyDefinitionVersion.V2);
        return PartitionKeyInternalHelper.getEffectivePartitionKeyString(
                PartitionKeyInternal.fromJsonString(key), definition);
    }

    /** The key of a document as the client's header has it, a JSON array. */
    String partitionKeyOf(JsonNode document) {
        ArrayNode key = JsonNodeFactory.instance.arrayNode();
        for (String path : partitionKey) {
            JsonNode value = at(document, path);
            key.add(value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value);
        }
        return key.toString();
    }

    /** The values that must be unique together; a missing one counts as null ("Unique key constraints"). */
    static String uniqueValues(JsonNode document, List<String> paths) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        paths.forEach(path -> {
            JsonNode value = at(document, path);
            values.add(value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
        });
        return values.toString();
    }

    static JsonNode at(JsonNode document, String path) {
        return document.at(path);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
