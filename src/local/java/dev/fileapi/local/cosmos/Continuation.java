package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where a query continues: after a position in its index, with the number of results still to be skipped and returned.
 *
 * @param limit {@link Long#MAX_VALUE} for all
 */
record Continuation(Position after, long offset, long limit) {

    String token() {
        ObjectNode json =
                Json.object().put("n", after.number()).put("o", offset).put("l", limit);
        ArrayNode values = json.putArray("v");
        after.values().forEach(value -> {
            ArrayNode each = values.addArray();
            if (!value.isMissingNode()) {
                each.add(value);
            }
        });
        return Base64.getEncoder().encodeToString(Json.text(json).getBytes(StandardCharsets.UTF_8));
    }

    static Continuation parse(String token) {
        try {
            JsonNode json = Json.read(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
            List<JsonNode> values = new ArrayList<>();
            json.path("v")
                    .forEach(each -> values.add(each.isEmpty() ? JsonNodeFactory.instance.missingNode() : each.get(0)));
            return new Continuation(
                    new Position(values, json.path("n").asLong()),
                    json.path("o").asLong(),
                    json.path("l").asLong());
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("Invalid continuation token");
        }
    }
}
