package dev.fileapi.http.received;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the client sent it, kept with the one that the router sees: that one has another path, is a GET for a HEAD, and Micronaut's
 * request for Azure Functions splits every header at commas.
 *
 * @param path as the client wrote it, not necessarily legal
 * @param headers by name in lower case, as the Functions host hands them over
 * @param hasBody whether anything came with it, which a route may not get to see
 */
public record ReceivedRequest(
        String method, String path, Map<String, String> headers, boolean hasBody, RequestIds ids) {

    private static final String ATTRIBUTE = "dev.fileapi.http.received";

    /** Keeps this with the router's request. */
    public void keepWith(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Returns what was received as the request. */
    public static ReceivedRequest of(HttpRequest<?> request) {
        if (request.getAttributes().getValue(ATTRIBUTE) instanceof ReceivedRequest received) {
            return received;
        }
        throw new IllegalStateException("Requests come from the HTTP function");
    }

    /**
     * Returns whether a content type is that of JSON, whatever its parameters.
     *
     * @param contentType null when there is none
     */
    public static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", -1)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    /** Returns the value of a header, named in any case, without the space around it; empty when there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(String::strip);
    }
}
