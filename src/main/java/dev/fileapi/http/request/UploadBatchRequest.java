package dev.fileapi.http.request;

import dev.fileapi.files.NewUpload;
import dev.fileapi.files.model.Declaration;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of uploads asks for: {@code paths}, or {@code uploads} with what is declared for each.
 *
 * @param items 1 to {@value #MAX_ITEMS}, in the order they were sent
 */
public record UploadBatchRequest(List<Item> items) {

    private static final int MAX_ITEMS = 1_000;

    /**
     * Enough for paths of 1,024 characters, each written as two escapes of six letters, and space between them; and for all that can be
     * told of each file, where few characters are escapes.
     */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String EXAMPLE = "{\"paths\": [\"a/b.txt\"]}";

    private static final String PATHS = "paths";
    private static final String UPLOADS = "uploads";

    /**
     * One of the uploads.
     *
     * @param list the field that it is in
     * @param path as it was written
     * @param repeats index of the item before that has the same path; null when there is none
     * @param fields what is declared for it, unread: what is wrong there is a problem of the item
     */
    public record Item(
            String list,
            String path,
            @Nullable Integer repeats,
            @Nullable JsonNode fields) {

        /**
         * Returns the upload.
         *
         * @throws ValidationException when another item before has the same path, or a field breaks a rule
         * @throws InvalidFilePathException when the path breaks the rules for paths
         */
        public NewUpload upload() {
            if (repeats != null) {
                throw new ValidationException(list, "the path is already at index " + repeats);
            }
            return new NewUpload(
                    FilePath.parse(path), fields == null ? Declaration.NONE : DeclarationFields.read(fields));
        }

        private Stream<NewUpload> uploadIfValid() {
            try {
                return Stream.of(upload());
            } catch (ValidationException | InvalidFilePathException its) {
                return Stream.empty();
            }
        }
    }

    /** Returns the uploads of the items that break no rule, each to another path. */
    public List<NewUpload> uploads() {
        return items.stream().flatMap(Item::uploadIfValid).toList();
    }

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many items, or one has no path, as a string
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static UploadBatchRequest read(HttpRequest<?> request) {
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE);
        boolean paths = sent.get(PATHS) != null;
        if (paths && sent.get(UPLOADS) != null) {
            throw new ValidationException(UPLOADS, "cannot be combined with paths; send only one of them");
        }
        String list = paths || sent.get(UPLOADS) == null ? PATHS : UPLOADS;
        List<Item> items = new ArrayList<>();
        Map<FilePath, Integer> indexes = new HashMap<>();
        for (JsonNode each : items(sent, list)) {
            String path = path(list, each);
            int index = items.size();
            Integer before =
                    parsed(path).map(file -> indexes.putIfAbsent(file, index)).orElse(null);
            items.add(new Item(list, path, before, each.isObject() ? each : null));
        }
        return new UploadBatchRequest(List.copyOf(items));
    }

    private static Iterable<JsonNode> items(JsonNode sent, String list) {
        @Nullable JsonNode items = sent.get(list);
        if (items == null || !items.isArray() || items.size() == 0 || items.size() > MAX_ITEMS) {
            throw new ValidationException(list, "must be a list of 1 to " + MAX_ITEMS + " " + list);
        }
        return items.values();
    }

    private static String path(String list, JsonNode item) {
        if (list.equals(PATHS)) {
            return text(item);
        }
        @Nullable JsonNode path = item.isObject() ? item.get("path") : null;
        if (path == null || !path.isString()) {
            throw new ValidationException(UPLOADS, "must contain objects with path, a string, only");
        }
        return path.getStringValue();
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
            throw new ValidationException(PATHS, "must not contain null");
        }
        if (!path.isString()) {
            throw new ValidationException(PATHS, "must contain strings only");
        }
        return path.getStringValue();
    }
}
