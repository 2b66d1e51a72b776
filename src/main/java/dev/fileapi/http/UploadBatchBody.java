package dev.fileapi.http;

import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.wire.UploadBatchRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the body of a batch of uploads. */
@Singleton
final class UploadBatchBody {

    private static final int MAX_PATHS = 1_000;

    private final ObjectMapper json;

    UploadBatchBody(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Returns the paths, in the order they were sent.
     *
     * @param body null when there is none
     * @throws ValidationException when there are too few or too many paths, or one is null
     * @throws HttpStatusException with 400 when the body is not JSON of this form
     */
    List<String> paths(@Nullable String body) {
        UploadBatchRequest batch = read(body == null ? "" : body);
        List<@Nullable String> paths = batch == null ? null : batch.paths();
        if (paths == null || paths.isEmpty() || paths.size() > MAX_PATHS) {
            throw new ValidationException("paths", "must be a list of 1 to " + MAX_PATHS + " paths");
        }
        if (paths.stream().anyMatch(Objects::isNull)) {
            throw new ValidationException("paths", "must not contain null");
        }
        return paths.stream().map(String::valueOf).toList();
    }

    private @Nullable UploadBatchRequest read(String body) {
        try {
            return json.readValue(body, UploadBatchRequest.class);
        } catch (IOException e) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST, "The body must be JSON like {\"paths\": [\"a/b.txt\"]}.");
        }
    }
}
