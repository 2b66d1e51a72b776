package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.local.cosmos.sql.Query;

/** Partial updates ("Partial document update in Azure Cosmos DB"). */
final class Patch {

    private static final int MAX_OPERATIONS = 10;

    private Patch() {}

    /** Gives a changed copy. */
    static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        JsonNode operations = patch.path("operations");
        if (operations.isEmpty() || operations.size() > MAX_OPERATIONS) {
            throw Refusal.badRequest("A patch has 1 to " + MAX_OPERATIONS + " operations");
        }
        if (patch.hasNonNull("condition")
                && !Query.parseCondition(patch.get("condition").asText()).isTrueFor(document)) {
            throw Refusal.filterNotMet();
        }
        ObjectNode changed = document.deepCopy();
        operations.forEach(operation -> apply(
                changed,
                operation.path("op").asText(),
                JsonPointer.compile(operation.path("path").asText()),
                operation.path("value")));
        return changed;
    }

    private static void apply(ObjectNode document, String operation, JsonPointer path, JsonNode value) {
        JsonNode parent = document.at(path.head());
        String name = path.last().getMatchingProperty();
        if (parent instanceof ArrayNode array && operation.equals("add")) {
            if (name.equals("-")) {
                array.add(value);
            } else {
                array.insert(Integer.parseInt(name), value);
            }
            return;
        }
        if (!(parent instanceof ObjectNode object)) {
            throw Refusal.badRequest("Nothing to patch at " + path);
        }
        boolean there = object.has(name);
        switch (operation) {
            case "add", "set" -> {
                object.set(name, value);
            }
            case "replace" -> {
                check(there, path);
                object.set(name, value);
            }
            case "remove" -> {
                check(there, path);
                object.remove(name);
            }
            case "incr" -> {
                if (there && !object.get(name).isNumber()) {
                    throw Refusal.badRequest("There is no number at " + path);
                }
                object.put(name, object.path(name).asLong() + value.asLong());
            }
            default -> {
                throw Refusal.notImplemented("the patch operation " + operation);
            }
        }
    }

    private static void check(boolean there, JsonPointer path) {
        if (!there) {
            throw Refusal.badRequest("There is nothing at " + path);
        }
    }
}
