package dev.fileapi.http.request;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which uploads are completed.
 *
 * @param uploads 1 to {@value #MAX_UPLOADS}, in the order they were sent
 */
public record CompleteUploadsRequest(List<Upload> uploads) {

    private static final int MAX_UPLOADS = 1_000;

    /** Enough for ids in which every character is an escape, and space between them. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final String EXAMPLE = "{\"uploads\": [{\"file_id\": \"…\", \"version_id\": \"…\"}]}";

    /** An upload by its ids. */
    public record Upload(FileId file, VersionId version) {}

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many uploads, or one does not name a file and a version
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static CompleteUploadsRequest read(HttpRequest<?> request) {
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE).get("uploads");
        if (sent == null || !sent.isArray() || sent.size() == 0 || sent.size() > MAX_UPLOADS) {
            throw new ValidationException("uploads", "must be a list of 1 to " + MAX_UPLOADS + " uploads");
        }
        List<Upload> uploads = new ArrayList<>();
        sent.values().forEach(upload -> uploads.add(upload(upload)));
        return new CompleteUploadsRequest(List.copyOf(uploads));
    }

    private static Upload upload(JsonNode sent) {
        if (!sent.isObject()) {
            throw new ValidationException("uploads", "must contain objects with file_id and version_id only");
        }
        return new Upload(
                new FileId(QueryParameters.uuid("file_id", text(sent, "file_id"))),
                new VersionId(QueryParameters.int64("version_id", text(sent, "version_id"))));
    }

    private static String text(JsonNode upload, String field) {
        @Nullable JsonNode value = upload.get(field);
        if (value == null || !value.isString()) {
            throw new ValidationException(field, "must be there for each upload, as a string");
        }
        return value.getStringValue();
    }
}
