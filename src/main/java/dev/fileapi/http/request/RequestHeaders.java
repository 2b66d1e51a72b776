package dev.fileapi.http.request;

import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** The headers of a request as they came: Micronaut's request for Azure Functions splits every value at commas. */
public final class RequestHeaders {

    private static final String ATTRIBUTE = "dev.fileapi.http.headers";

    private RequestHeaders() {}

    /** Keeps the headers with their request. */
    public static void keep(Map<String, String> headers, HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, headers);
    }

    /** The value of a header; its name may be in any case. */
    public static Optional<String> find(String name, HttpRequest<?> request) {
        Map<?, ?> headers = request.getAttribute(ATTRIBUTE, Map.class).orElse(Map.of());
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(String.valueOf(header.getKey())))
                .map(header -> String.valueOf(header.getValue()).strip())
                .findFirst();
    }
}
