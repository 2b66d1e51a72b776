package dev.fileapi.functions.url;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import io.micronaut.http.HttpHeaders;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as the router is to see it: under the URL that the client sent; without {@code Accept}, since every answer has one form and
 * 406 would not help a client (RFC 9110, section 15.5.7 leaves that to the server); with a body only where one is read, whatever a client sends
 * along elsewhere; and without the host's map of the query, which is read from the URL.
 */
public final class NormalizedRequest implements HttpRequestMessage<Optional<String>> {

    private final HttpRequestMessage<Optional<String>> given;
    private final OriginalUrl url;
    private final URI uri;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public NormalizedRequest(HttpRequestMessage<Optional<String>> given) {
        this.given = given;
        given.getHeaders().forEach((name, value) -> headers.put(name, value == null ? "" : value));
        headers.remove(HttpHeaders.ACCEPT);
        this.url = OriginalUrl.of(given, headers);
        this.uri = url.routable();
    }

    /** Returns the path as the client sent it, not necessarily legal. */
    public String originalPath() {
        return url.path();
    }

    @Override
    public URI getUri() {
        return uri;
    }

    /** Returns the method as the client sent it. */
    public HttpMethod originalMethod() {
        return given.getHttpMethod();
    }

    /** Returns GET for HEAD, so that HEAD is answered as GET would be: the host leaves the body out. */
    @Override
    public HttpMethod getHttpMethod() {
        return originalMethod() == HttpMethod.HEAD ? HttpMethod.GET : originalMethod();
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return Map.of();
    }

    @Override
    public Optional<String> getBody() {
        return given.getHttpMethod() == HttpMethod.POST ? given.getBody() : Optional.empty();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return given.createResponseBuilder(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return given.createResponseBuilder(status);
    }
}
