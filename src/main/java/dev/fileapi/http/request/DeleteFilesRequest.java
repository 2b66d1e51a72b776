package dev.fileapi.http.request;

import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files a batch deletes: those that are named, or those under a prefix.
 *
 * @param files 1 to 1,000, in the order they were sent; empty with a prefix
 * @param under null when files are named
 */
public record DeleteFilesRequest(
        List<NamedFile> files, @Nullable FilesUnder under) {

    /** Enough for paths of 1,024 characters, each written as two escapes of six letters, with their ETags and space between them. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String EXAMPLE = "{\"files\": [{\"path\": \"a/b.txt\"}, {\"file_id\": \"…\"}]}";

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many files, or one is not named as it must be, or a field breaks a rule
     * @throws InvalidFilePathException when no path can begin with the prefix
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static DeleteFilesRequest read(HttpRequest<?> request) {
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE);
        FilesUnder under = FilesUnder.read(sent);
        return new DeleteFilesRequest(under == null ? BatchFields.files(sent, NamedFile::read) : List.of(), under);
    }
}
