package dev.fileapi.http.request;

import dev.fileapi.files.FileQuery;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;

/** What a call to read a file asks for, besides its path or id. */
public record ReadRequest(FileQuery file) {

    /**
     * Reads a request.
     *
     * @throws ValidationException when a parameter breaks a rule
     */
    public static ReadRequest read(HttpRequest<?> request, LinkLifetimes lifetimes) {
        QueryParameters query = QueryParameters.of(request);
        VersionId versionId = query.int64("version_id")
                .or(() -> query.int64("version")) // what older clients call it
                .map(VersionId::new)
                .orElse(null);
        return new ReadRequest(new FileQuery(
                versionId,
                query.isSet("include_versions"),
                query.isSet("deleted"),
                DispositionField.parse(query.text(DispositionField.NAME).orElse(null)),
                lifetimes.in(query)));
    }
}
