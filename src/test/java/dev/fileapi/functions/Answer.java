package dev.fileapi.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpResponseMessage;
import java.util.Objects;

/** What a function answered. */
public record Answer(int status, HttpResponseMessage message, String body) {

    static Answer of(HttpResponseMessage message) {
        Object body = message.getBody();
        return new Answer(message.getStatusCode(), message, body == null ? "" : body.toString());
    }

    public String header(String name) {
        return Objects.requireNonNullElse(message.getHeader(name), "");
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }

    public String text(String field) {
        return json().path(field).asText();
    }

    /** Status and error type, without the prefix. */
    public String problem() {
        return status + " " + text("type").replace("https://seequent.com/error-codes/file-api", "");
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
