package dev.fileapi.local.functions;

import java.util.Locale;
import java.util.Map;

/**
 * A request as it reached the host.
 *
 * @param target path and query exactly as received
 * @param headers by name in lower case, repeated ones joined by commas
 * @param body none also when it came without a Content-Length: the host drops such bodies
 */
public record Received(String method, String target, Map<String, String> headers, Body body) {

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Without its question mark; empty when there is none. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /**
     * Returns a header's value; empty when it has none.
     *
     * @param name in lower case
     */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Whether functions get the body as bytes; all others they get as text. */
    boolean isBinary() {
        String type = header("content-type").toLowerCase(Locale.ROOT);
        return type.startsWith("application/octet-stream") || type.startsWith("multipart/");
    }
}
