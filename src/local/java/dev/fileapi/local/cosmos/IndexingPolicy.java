package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which properties are indexed ("Indexing policies in Azure Cosmos DB").
 *
 * @param included paths as {@code /a/?} or {@code /a/*}
 * @param composites each a list of properties
 */
record IndexingPolicy(List<String> included, List<String> excluded, List<List<Component>> composites) {

    /** A property of a composite index: its path as {@code /a/b}. */
    record Component(String path, boolean descending) {}

    static IndexingPolicy of(JsonNode policy) {
        if (policy.isMissingNode()) {
            return new IndexingPolicy(List.of("/*"), List.of(), List.of());
        }
        List<List<Component>> composites = new ArrayList<>();
        policy.path("compositeIndexes").forEach(composite -> {
            List<Component> components = new ArrayList<>();
            composite.forEach(each -> components.add(new Component(
                    each.path("path").asText(), each.path("order").asText().equalsIgnoreCase("descending"))));
            composites.add(components);
        });
        return new IndexingPolicy(paths(policy.path("includedPaths")), paths(policy.path("excludedPaths")), composites);
    }

    private static List<String> paths(JsonNode list) {
        List<String> paths = new ArrayList<>();
        list.forEach(each -> paths.add(each.path("path").asText().replace("\"", "")));
        return paths;
    }

    /** The more precise path wins; {@code id} and {@code _ts} are always indexed. */
    boolean covers(String path) {
        return path.equals("/id") || path.equals("/_ts") || precision(included, path) > precision(excluded, path);
    }

    private static int precision(List<String> patterns, String path) {
        return patterns.stream()
                .filter(pattern -> pattern.equals(path + "/?")
                        || (pattern.endsWith("/*")
                                && (path + "/").startsWith(pattern.substring(0, pattern.length() - 1))))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Whether the order can be had from an index: one property that is indexed, or a composite index of these or all reversed. */
    boolean orders(List<Component> order) {
        return order.size() == 1
                ? covers(order.get(0).path())
                : composites.stream()
                        .anyMatch(composite ->
                                composite.equals(order) || reversed(composite).equals(order));
    }

    private static List<Component> reversed(List<Component> composite) {
        return composite.stream()
                .map(each -> new Component(each.path(), !each.descending()))
                .toList();
    }

    /** How many properties of a document are indexed. */
    int terms(JsonNode document) {
        int terms = 0;
        for (var names = document.fieldNames(); names.hasNext(); ) {
            if (covers("/" + names.next())) {
                terms++;
            }
        }
        return terms + composites.size();
    }
}
