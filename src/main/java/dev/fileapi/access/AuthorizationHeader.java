package dev.fileapi.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Authorization} of a request as it was received: the Functions host joins repeated headers by commas, and Micronaut's
 * request for it splits each at commas, so that only the first part would be seen.
 */
public final class AuthorizationHeader {

    private static final String RECEIVED = "dev.fileapi.access.authorization";

    private AuthorizationHeader() {}

    /** Keeps a header with the router's request; null when there is none. */
    public static void keep(HttpRequest<?> request, @Nullable String received) {
        request.setAttribute(RECEIVED, received == null ? "" : received);
    }

    /** Returns the header, repeated ones joined by commas; empty when there is none. */
    public static String of(HttpRequest<?> request) {
        return request.getAttributes().getValue(RECEIVED) instanceof String received
                ? received
                : String.join(",", request.getHeaders().getAll(HttpHeaders.AUTHORIZATION));
    }
}
