package dev.fileapi.local.cosmos;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param segments the path, split at slashes and decoded: types and ids in turn
 * @param headers by lower-case name
 */
public record Call(String method, List<String> segments, Map<String, String> headers, String body) {

    /** The header's value; empty when it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What is done to what, as {@code create docs}, {@code query docs} or {@code read colls}. */
    public String operation() {
        return verb() + " " + resourceType();
    }

    private String verb() {
        if (isTrue("x-ms-cosmos-is-query-plan-request")) {
            return "plan";
        }
        if (isTrue("x-ms-documentdb-isquery")) {
            return "query";
        }
        if (isTrue("x-ms-cosmos-is-batch-request")) {
            return "batch";
        }
        switch (method) {
            case "POST" -> {
                return isTrue("x-ms-documentdb-is-upsert") ? "upsert" : "create";
            }
            case "GET" -> {
                return isFeed() ? "list" : "read";
            }
            case "PUT" -> {
                return "replace";
            }
            default -> {
                return method.toLowerCase(Locale.ROOT);
            }
        }
    }

    /** {@code dbs}, {@code colls}, {@code docs}, {@code pkranges}; empty for the account. */
    String resourceType() {
        if (segments.isEmpty()) {
            return "";
        }
        return segments.get(isFeed() ? segments.size() - 1 : segments.size() - 2);
    }

    private boolean isFeed() {
        return segments.size() % 2 == 1;
    }

    /** What a signature names: the path of the resource, or of the parent for a feed; for system ids the deepest one alone. */
    String resourceLink() {
        if (segments.isEmpty()) {
            return "";
        }
        List<String> resource = segments.subList(0, segments.size() - segments.size() % 2);
        return resource.size() > 1 && ResourceIds.isDatabase(resource.get(1))
                ? resource.get(resource.size() - 1).toLowerCase(Locale.ROOT)
                : String.join("/", resource);
    }

    /** Whether it is about resources of this type, as {@code docs}. */
    public boolean resourceTypeIs(String type) {
        return resourceType().equals(type);
    }

    boolean isTrue(String header) {
        return header(header).equalsIgnoreCase("true");
    }
}
