package dev.fileapi.http.request;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call to delete a file asks for, besides its path or id.
 *
 * @param condition of the headers {@code If-Match} and {@code If-None-Match}; null: none
 */
public record DeleteRequest(@Nullable UploadCondition condition) {

    /**
     * Reads a request.
     *
     * @throws ValidationException when it names a version, though empty: the whole file would go; or a header breaks a rule
     */
    public static DeleteRequest read(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        for (String name : List.of("version_id", "version")) {
            if (query.has(name)) {
                throw new ValidationException(name, "cannot be sent here: DELETE deletes a file with all its versions");
            }
        }
        return new DeleteRequest(Conditions.of(request));
    }
}
