package dev.fileapi.http.request;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of uploads asks for.
 *
 * @param items 1 to {@value #MAX_PATHS}, in the order they were sent
 */
public record UploadBatchRequest(List<Item> items) {

    private static final int MAX_PATHS = 1_000;

    /** Enough for paths of 1,024 characters, each written as two escapes of six letters, and space between them. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String EXAMPLE = "{\"paths\": [\"a/b.txt\"]}";

    /**
     * One of the paths.
     *
     * @param path as it was written
     * @param repeats index of the item before that has the same path; null when there is none
     */
    public record Item(String path, @Nullable Integer repeats) {

        /**
         * Returns the path of the file.
         *
         * @throws ValidationException when another item before has the same path
         * @throws InvalidFilePathException when it breaks the rules for paths
         */
        public FilePath filePath() {
            if (repeats != null) {
                throw new ValidationException("paths", "the path is already at index " + repeats);
            }
            return FilePath.parse(path);
        }
    }

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many paths, or one is not a string
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static UploadBatchRequest read(HttpRequest<?> request) {
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE).get("paths");
        if (sent == null || !sent.isArray() || sent.size() == 0 || sent.size() > MAX_PATHS) {
            throw new ValidationException("paths", "must be a list of 1 to " + MAX_PATHS + " paths");
        }
        List<Item> items = new ArrayList<>();
        Map<FilePath, Integer> indexes = new HashMap<>();
        for (JsonNode each : sent.values()) {
            String path = text(each);
            int index = items.size();
            Integer before =
                    parsed(path).map(file -> indexes.putIfAbsent(file, index)).orElse(null);
            items.add(new Item(path, before));
        }
        return new UploadBatchRequest(List.copyOf(items));
    }

    /** A path that breaks the rules is a problem of its own item, however often it is there. */
    private static Optional<FilePath> parsed(String path) {
        try {
            return Optional.of(FilePath.parse(path));
        } catch (InvalidFilePathException its) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable JsonNode path) {
        if (path == null || path.isNull()) {
            throw new ValidationException("paths", "must not contain null");
        }
        if (!path.isString()) {
            throw new ValidationException("paths", "must contain strings only");
        }
        return path.getStringValue();
    }
}
