package dev.fileapi.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fileapi.client.FileApiException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints lines of text, or of JSON. For use by many threads. */
public final class Output {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    public Output(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /**
     * Prints a line.
     *
     * @param type what the line of JSON is about
     * @param value what it has beside its type: a record or a map
     * @param text the line of text; null to print none
     */
    public synchronized void line(String type, Object value, @Nullable String text) {
        if (json) {
            ObjectNode node = MAPPER.createObjectNode().put("type", type);
            node.setAll((ObjectNode) MAPPER.valueToTree(value));
            out.println(text(node));
        } else if (text != null) {
            out.println(printable(text));
        }
    }

    /** Prints a line on the error stream, or one of JSON with the others. */
    public synchronized void note(String type, Object value, String text) {
        if (json) {
            line(type, value, null);
        } else {
            err.println(printable(text));
        }
    }

    /**
     * Prints a failure.
     *
     * @param path what it is about; null for the command as a whole
     */
    public void failure(@Nullable String path, Throwable failure) {
        String message = Failures.message(failure);
        note(
                "error",
                new ErrorLine(path, problem(failure), status(failure), message),
                "fileapi: " + (path == null ? "" : path + ": ") + message);
    }

    /** Returns the type of the problem that the service has answered with; null for other failures. */
    public static @Nullable String problem(Throwable failure) {
        return failure instanceof FileApiException refusal ? refusal.type() : null;
    }

    /** Returns the HTTP status that the service has answered with; null for other failures. */
    public static @Nullable Integer status(Throwable failure) {
        return failure instanceof FileApiException refusal && refusal.status() != 0 ? refusal.status() : null;
    }

    /** Control characters in names, which a terminal would obey, are written as escapes. */
    public static String printable(String text) {
        if (text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n')) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.chars()
                .forEach(c -> safe.append(
                        Character.isISOControl(c) && c != '\n'
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : String.valueOf((char) c)));
        return safe.toString();
    }

    private static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a value with one key. */
    public static Map<String, Object> of(String key, Object value) {
        return Map.of(key, value);
    }

    private record ErrorLine(
            @Nullable String path,
            @Nullable String problem,
            @Nullable Integer status,
            String message) {}
}
