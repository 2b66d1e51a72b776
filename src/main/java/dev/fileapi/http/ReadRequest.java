package dev.fileapi.http;

import dev.fileapi.files.model.VersionId;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a call to read a file asks for, its path or id apart.
 *
 * @param versionId null: the latest
 * @param deleted whether the file may be a deleted one
 */
record ReadRequest(@Nullable VersionId versionId, boolean includeVersions, boolean deleted) {

    /** @throws ValidationException when a parameter breaks a rule */
    static ReadRequest read(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        VersionId versionId = query.int64("version_id")
                .or(() -> query.int64("version")) // what older clients call it
                .map(VersionId::new)
                .orElse(null);
        return new ReadRequest(versionId, query.isSet("include_versions"), query.isSet("deleted"));
    }
}
