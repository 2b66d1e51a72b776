package dev.fileapi.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** What the service answered. */
public record Answer(RawAnswer raw) {

    public int status() {
        return raw.status();
    }

    /** What was answered, decompressed where it came compressed. */
    public String body() {
        byte[] bytes = raw.body().getBytes(StandardCharsets.ISO_8859_1);
        return new String(
                header("Content-Encoding").equals("gzip") ? decompressed(bytes) : bytes, StandardCharsets.UTF_8);
    }

    private static byte[] decompressed(byte[] gzip) {
        try (InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("Not gzip", e);
        }
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
