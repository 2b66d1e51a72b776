package dev.fileapi.http;

import dev.fileapi.http.received.ReceivedRequest;
import dev.fileapi.http.settings.HttpSettings;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets browsers call the API from pages of the configured origins (the Fetch standard, "CORS protocol"). The API knows its callers by
 * their token alone, so credentials of the browser are never asked for.
 *
 * <p>Micronaut's own filter cannot be configured to do this: it answers a preflight with 200 instead of 204, sends
 * {@code Vary} to allowed origins only, and does not take {@code *} among the configured origins.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class CrossOriginFilter implements ConditionalFilter, Ordered {

    private static final String METHODS = "GET, HEAD, PUT, POST, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Prefer, "
                    + "traceparent, x-ms-client-request-id";
    private static final String EXPOSED =
            "ETag, File-Api-Unchecked-Roles, File-Api-Unchecked-Uploads, Location, Preference-Applied, RateLimit, RateLimit-Policy, "
                    + "Repr-Digest, Retry-After, traceparent, WWW-Authenticate, "
                    + "x-ms-client-request-id, x-ms-request-id";
    private static final String MAX_AGE_SECONDS = "3600";

    private final List<String> origins;

    CrossOriginFilter(HttpSettings settings) {
        this.origins = settings.origins();
    }

    /** Answers a browser that asks beforehand. */
    @PreMatching
    @RequestFilter
    @Nullable
    HttpResponse<?> answerPreflight(HttpRequest<?> request) {
        boolean preflight = request.getMethod() == HttpMethod.OPTIONS
                && ReceivedRequest.of(request)
                        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                        .isPresent();
        if (!preflight || !isAllowed(request)) {
            return null;
        }
        String wanted = ReceivedRequest.of(request)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS)
                .orElse(HEADERS);
        MutableHttpResponse<?> answer = HttpResponse.noContent()
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wanted)
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
        // What is answered before a route is found passes no response filter.
        allow(request, answer);
        return answer;
    }

    @ResponseFilter
    void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isAllowed(request)) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin(request));
            response.header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return !origins.isEmpty();
    }

    /** Before security: a browser sends no token when it asks beforehand, and wants to read refusals too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private boolean isAllowed(HttpRequest<?> request) {
        String origin = origin(request);
        return !origin.isEmpty() && (origins.contains("*") || origins.contains(origin));
    }

    private static String origin(HttpRequest<?> request) {
        return ReceivedRequest.of(request).header(HttpHeaders.ORIGIN).orElse("");
    }
}
