package dev.fileapi.http.request;

import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a file's uploads in progress is asked for.
 *
 * @param olderThan where the page begins; null for the first
 */
public record FileUploadsQuery(@Nullable VersionId olderThan, int limit) {

    private static final int MAX_LIMIT = 1_000;

    /**
     * Reads the query of a request.
     *
     * @throws ValidationException when a parameter breaks a rule
     */
    public static FileUploadsQuery read(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        return new FileUploadsQuery(query.int64("cursor").map(VersionId::new).orElse(null), (int)
                query.within("limit", 1, MAX_LIMIT, MAX_LIMIT));
    }
}
