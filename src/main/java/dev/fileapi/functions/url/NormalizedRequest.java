package dev.fileapi.functions.url;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpHeaders;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the router is to see it: under the URL that the client sent; with a body only where one is read, whatever a client sends
 * along elsewhere; without the host's map of the query, which is read from the URL; and without the headers, which are read from what was
 * received: Micronaut's request for Azure Functions splits, copies and checks all it has each time it is asked for one. Only the type of
 * the body stays, by which the router takes or refuses it. Not {@code Accept}, since every answer has one form and 406 would not help a
 * client (RFC 9110, section 15.5.7 leaves that to the server).
 */
public final class NormalizedRequest implements HttpRequestMessage<Optional<String>> {

    /** A method that the worker's own type does not have, as PROPFIND: it throws when it is asked for it. */
    private static final String UNKNOWN_METHOD = "An unknown method";

    /** What no route takes, so that the router answers with 405 and the methods that there are. */
    private static final HttpMethod OF_NO_ROUTE = HttpMethod.TRACE;

    private final HttpRequestMessage<Optional<String>> given;
    private final Optional<HttpMethod> method;
    private final OriginalUrl url;
    private final URI uri;
    private final Map<String, String> received;
    private final @Nullable String contentType;

    /** @param givenUrl as {@link #urlOf} reads it */
    public NormalizedRequest(HttpRequestMessage<Optional<String>> given, String givenUrl) {
        this.given = given;
        this.method = methodOf(given);
        this.received = given.getHeaders();
        this.contentType = received.get("content-type");
        this.url = OriginalUrl.of(givenUrl, received);
        this.uri = url.routable();
    }

    /** Returns the URL that the host gives, not necessarily legal. */
    public static String urlOf(HttpRequestMessage<?> request) {
        return OriginalUrl.text(request);
    }

    /**
     * Returns whether the client called over https: App Service's front end ends TLS, and the host restores the scheme.
     *
     * @param givenUrl as {@link #urlOf} reads it
     */
    public static boolean isSecure(String givenUrl) {
        return givenUrl.regionMatches(true, 0, "https:", 0, "https:".length());
    }

    /** Returns the path as the client sent it, not necessarily legal. */
    public String originalPath() {
        return url.path();
    }

    @Override
    public URI getUri() {
        return uri;
    }

    /** Returns the method as the client sent it; in words when the worker does not tell. */
    public String originalMethod() {
        return method.map(HttpMethod::name).orElse(UNKNOWN_METHOD);
    }

    /** Returns GET for HEAD, so that HEAD is answered as GET would be: the host leaves the body out. */
    @Override
    public HttpMethod getHttpMethod() {
        return isHead() ? HttpMethod.GET : method.orElse(OF_NO_ROUTE);
    }

    /** Returns whether the client sent HEAD. */
    public boolean isHead() {
        return method.filter(HttpMethod.HEAD::equals).isPresent();
    }

    @Override
    public Map<String, String> getHeaders() {
        return contentType == null ? Map.of() : Map.of(HttpHeaders.CONTENT_TYPE, contentType);
    }

    /** Returns the headers as they were received, by name in lower case. */
    public Map<String, String> receivedHeaders() {
        return received;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return Map.of();
    }

    @Override
    public Optional<String> getBody() {
        return switch (getHttpMethod()) {
            case POST, PATCH -> given.getBody();
            case PUT -> given.getBody().filter(body -> ReceivedRequest.isJson(contentType));
            default -> Optional.empty();
        };
    }

    /** Returns whether the client sent a body, handed on or not; the host drops one that is sent in chunks. */
    public boolean hasBody() {
        return given.getBody().filter(body -> !body.isEmpty()).isPresent() || received.containsKey("transfer-encoding");
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return given.createResponseBuilder(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return given.createResponseBuilder(status);
    }

    private static Optional<HttpMethod> methodOf(HttpRequestMessage<?> given) {
        try {
            return Optional.of(given.getHttpMethod());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
