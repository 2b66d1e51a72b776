package dev.fileapi.functions;

import dev.fileapi.http.received.RequestIds;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that every answer has, whatever it answers.
 *
 * @param secure whether the client called over https: without it a browser must ignore {@code Strict-Transport-Security} (RFC 6797,
 *     section 8.1), so a local host does not send it
 */
record AnswerHeaders(RequestIds ids, boolean secure) {

    private static final String A_YEAR = "max-age=31536000";

    Map<String, String> all() {
        Map<String, String> headers = new LinkedHashMap<>(ids.headers());
        headers.put("X-Content-Type-Options", "nosniff");
        if (secure) {
            headers.put("Strict-Transport-Security", A_YEAR);
        }
        return headers;
    }
}
