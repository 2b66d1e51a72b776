package dev.fileapi.http.request;

import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of uploads asks for.
 *
 * @param paths 1 to {@value #MAX_PATHS}, in the order they were sent, as they were written
 */
public record UploadBatchRequest(List<String> paths) {

    private static final int MAX_PATHS = 1_000;
    private static final String EXAMPLE = "{\"paths\": [\"a/b.txt\"]}";

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many paths, or one is not a string
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static UploadBatchRequest read(HttpRequest<?> request) {
        JsonNode sent = JsonBody.object(request, EXAMPLE).get("paths");
        if (sent == null || !sent.isArray() || sent.size() == 0 || sent.size() > MAX_PATHS) {
            throw new ValidationException("paths", "must be a list of 1 to " + MAX_PATHS + " paths");
        }
        List<String> paths = new ArrayList<>();
        sent.values().forEach(path -> paths.add(text(path)));
        return new UploadBatchRequest(List.copyOf(paths));
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
