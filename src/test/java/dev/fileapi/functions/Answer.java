package dev.fileapi.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.nio.charset.StandardCharsets;

/** What the service answered. */
public record Answer(RawAnswer raw) {

    public int status() {
        return raw.status();
    }

    public String body() {
        return new String(raw.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** A header's values; empty when it is not there. */
    public String header(String name) {
        return String.join(",", raw.header(name));
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body(), e);
        }
    }

    public String text(String field) {
        return json().path(field).asText();
    }

    /** Status and error type, without the prefix. */
    public String problem() {
        return status() + " " + text("type").replace("https://seequent.com/error-codes/file-api", "");
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
