package dev.fileapi.local.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The response that an HTTP function builds. A header has one value: the last one given. */
final class HostResponse implements HttpResponseMessage, HttpResponseMessage.Builder {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private HttpStatusType status = HttpStatus.OK;
    private @Nullable Object body;

    @Override
    public HttpStatusType getStatus() {
        return status;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public @Nullable Object getBody() {
        return body;
    }

    @Override
    public HttpResponseMessage.Builder status(HttpStatusType value) {
        status = value;
        return this;
    }

    @Override
    public HttpResponseMessage.Builder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public HttpResponseMessage.Builder body(@Nullable Object content) {
        body = content;
        return this;
    }

    @Override
    public HttpResponseMessage build() {
        return this;
    }

    /** The response to a function's result: none is 204, a value that is not a response becomes the body of one. */
    static Answer answer(@Nullable Object result) {
        if (result == null) {
            return Answer.of(204);
        }
        HostResponse response =
                result instanceof HostResponse own ? own : (HostResponse) new HostResponse().body(result);
        return response.answer();
    }

    private Answer answer() {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        if (body == null) {
            return new Answer(status.value(), sent, Body.NONE);
        }
        if (body instanceof byte[] bytes) {
            sent.putIfAbsent(CONTENT_TYPE, "application/octet-stream");
            return new Answer(status.value(), sent, Body.of(bytes));
        }
        sent.putIfAbsent(CONTENT_TYPE, "text/plain");
        sent.computeIfPresent(
                CONTENT_TYPE, (name, type) -> type.contains("charset=") ? type : type + "; charset=utf-8");
        return new Answer(status.value(), sent, Body.of(text(body)));
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A response body of this type is not understood here", e);
        }
    }
}
