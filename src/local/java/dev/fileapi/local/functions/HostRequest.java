package dev.fileapi.local.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request that an HTTP function gets. */
record HostRequest(
        String url,
        String method,
        Map<String, String> headers,
        Map<String, String> parameters,
        @Nullable Object content)
        implements HttpRequestMessage<@Nullable Object> {

    /** @throws IllegalArgumentException for what java.net.URI does not take, such as a query with a bar: the worker's does too */
    @Override
    public URI getUri() {
        return URI.create(url);
    }

    /** @throws IllegalArgumentException for a method that has no constant, such as PROPFIND: the worker's does too */
    @Override
    public HttpMethod getHttpMethod() {
        return HttpMethod.value(method);
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return parameters;
    }

    @Override
    public @Nullable Object getBody() {
        return content;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return createResponseBuilder((HttpStatusType) status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new HostResponse().status(status);
    }
}
