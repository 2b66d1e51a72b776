package dev.fileapi.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the service answered. */
record Reply(RawAnswer answer) {

    int status() {
        return answer.status();
    }

    /** The value at a field of the JSON body, nested ones separated by slashes. */
    JsonNode at(String field) {
        return json().at("/" + field);
    }

    String text(String field) {
        return at(field).asText();
    }

    /** The value that every element of a list has at a field. */
    List<String> each(String list, String field) {
        return StreamSupport.stream(at(list).spliterator(), false)
                .map(element -> element.get(field).asText())
                .toList();
    }

    URI link(String field) {
        return URI.create(text(field));
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
