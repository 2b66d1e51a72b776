package dev.fileapi.http.request;

import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a call to read a file asks for, besides its path or id.
 *
 * @param versionId null for the latest
 * @param deleted whether a deleted file is returned too
 */
public record ReadRequest(@Nullable VersionId versionId, boolean includeVersions, boolean deleted) {

    /**
     * Reads a request.
     *
     * @throws ValidationException when a parameter breaks a rule
     */
    public static ReadRequest read(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        VersionId versionId = query.int64("version_id")
                .or(() -> query.int64("version")) // what older clients call it
                .map(VersionId::new)
                .orElse(null);
        return new ReadRequest(versionId, query.isSet("include_versions"), query.isSet("deleted"));
    }
}
