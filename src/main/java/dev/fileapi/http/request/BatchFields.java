package dev.fileapi.http.request;

import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what the bodies of batches that change files have in common. */
final class BatchFields {

    static final String IF_MATCH = "if_match";

    private static final int MAX_FILES = 1_000;

    private BatchFields() {}

    /**
     * Reads the list {@code files}.
     *
     * @throws ValidationException when there are too few or too many, or {@code item} refuses one
     */
    static <T> List<T> files(JsonNode body, Function<JsonNode, T> item) {
        @Nullable JsonNode sent = body.get("files");
        if (sent == null || !sent.isArray() || sent.size() == 0 || sent.size() > MAX_FILES) {
            throw new ValidationException(
                    "files", "must be a list of 1 to " + MAX_FILES + " files, unless prefix is sent instead");
        }
        List<T> files = new ArrayList<>();
        sent.values().forEach(each -> files.add(item.apply(each)));
        return List.copyOf(files);
    }

    /**
     * Returns a field's text; null when it is left out or null.
     *
     * @throws ValidationException when it is not a string
     */
    static @Nullable String text(JsonNode object, String field) {
        @Nullable JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new ValidationException(field, "must be a string");
        }
        return value.getStringValue();
    }
}
