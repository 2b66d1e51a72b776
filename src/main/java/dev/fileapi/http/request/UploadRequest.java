package dev.fileapi.http.request;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import org.jspecify.annotations.Nullable;

/**
 * What a call for an upload link asks for, besides its path or id.
 *
 * @param versionId the upload in progress that gets a fresh link; null for a new upload
 * @param condition of the headers {@code If-Match} and {@code If-None-Match} (RFC 9110, section 13.1); null: none
 * @param idempotencyKey null: none
 * @param declaration what is declared for the bytes
 */
public record UploadRequest(
        @Nullable VersionId versionId,
        @Nullable UploadCondition condition,
        @Nullable String idempotencyKey,
        Declaration declaration) {

    /**
     * Reads a request.
     *
     * @throws ValidationException when a parameter, a header or a field of the body breaks a rule
     * @throws HttpStatusException when there is a body other than a JSON object, as in {@link UploadBody#read}
     */
    public static UploadRequest read(HttpRequest<?> request) {
        Declaration declaration = UploadBody.read(request);
        VersionId versionId = QueryParameters.of(request)
                .int64("version_id")
                .map(VersionId::new)
                .orElse(null);
        UploadCondition condition = Conditions.of(request);
        if (versionId != null && condition != null) {
            throw new ValidationException(
                    "version_id", "cannot be combined with If-Match or If-None-Match, which are for a new upload");
        }
        return new UploadRequest(versionId, condition, IdempotencyKey.of(request), declaration);
    }
}
