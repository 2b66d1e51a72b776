package dev.fileapi.http.request;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * All files whose path begins with a prefix, as many at a time as a call takes.
 *
 * @param prefix not empty
 * @param cursor where to go on; null for the first of them
 */
public record FilesUnder(String prefix, @Nullable String cursor) {

    static final String PREFIX = "prefix";

    /** What a beginning of a path may be followed by, whatever it is. */
    private static final String REST = "x";

    /**
     * Reads a body.
     *
     * @return null when it has no prefix
     * @throws ValidationException when a field breaks a rule: an empty prefix would be all files of the workspace, and a condition cannot be
     *     that of many
     * @throws InvalidFilePathException when no path can begin so
     */
    static @Nullable FilesUnder read(JsonNode body) {
        String prefix = BatchFields.text(body, PREFIX);
        String cursor = BatchFields.text(body, "cursor");
        if (prefix == null) {
            if (cursor != null) {
                throw new ValidationException("cursor", "can only be sent with prefix");
            }
            return null;
        }
        if (body.get("files") != null) {
            throw new ValidationException(PREFIX, "cannot be combined with files; send only one of them");
        }
        if (body.get(BatchFields.IF_MATCH) != null) {
            throw new ValidationException(BatchFields.IF_MATCH, "cannot be combined with prefix; name each file");
        }
        String beginning = beginning(prefix);
        if (beginning.isEmpty()) {
            throw new ValidationException(PREFIX, "must not be empty: it would be all files of the workspace");
        }
        return new FilesUnder(beginning, cursor == null || cursor.isEmpty() ? null : cursor);
    }

    /**
     * Returns the beginning of a path, in the form of a path: without a leading slash, which the folders in responses have and paths do
     * not.
     *
     * @throws InvalidFilePathException when no path can begin so
     */
    static String beginning(String sent) {
        String whole = FilePath.parse((sent.startsWith("/") ? sent.substring(1) : sent) + REST)
                .value();
        return whole.substring(0, whole.length() - REST.length());
    }
}
