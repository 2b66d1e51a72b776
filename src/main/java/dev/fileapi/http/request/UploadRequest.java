package dev.fileapi.http.request;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call for an upload link asks for, its path or id apart.
 *
 * @param versionId the upload in progress that is to get a fresh link; null: a new upload
 * @param condition of the headers {@code If-Match} and {@code If-None-Match} (RFC 9110, section 13.1); null: none
 * @param idempotencyKey null: none
 */
public record UploadRequest(
        @Nullable VersionId versionId,
        @Nullable UploadCondition condition,
        @Nullable String idempotencyKey) {

    private static final Pattern STRONG_ETAG = Pattern.compile("\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /**
     * Reads a request.
     *
     * @throws ValidationException when a parameter or header breaks a rule
     */
    public static UploadRequest read(HttpRequest<?> request) {
        VersionId versionId = QueryParameters.of(request)
                .int64("version_id")
                .map(VersionId::new)
                .orElse(null);
        UploadCondition condition = condition(request);
        if (versionId != null && condition != null) {
            throw new ValidationException(
                    "version_id", "goes not with If-Match or If-None-Match: a condition belongs to a new upload");
        }
        String idempotencyKey = RequestHeaders.find("Idempotency-Key", request)
                .map(UploadRequest::checkedKey)
                .orElse(null);
        return new UploadRequest(versionId, condition, idempotencyKey);
    }

    private static @Nullable UploadCondition condition(HttpRequest<?> request) {
        Optional<UploadCondition> noneMatch =
                RequestHeaders.find("If-None-Match", request).map(UploadRequest::noSuchFile);
        Optional<UploadCondition> match =
                RequestHeaders.find("If-Match", request).map(UploadRequest::latestIs);
        if (noneMatch.isPresent() && match.isPresent()) {
            throw new ValidationException("If-Match", "goes not with If-None-Match: leave one of them out");
        }
        return noneMatch.or(() -> match).orElse(null);
    }

    private static UploadCondition noSuchFile(String value) {
        if (!value.equals("*")) {
            throw new ValidationException("If-None-Match", "must be *");
        }
        return UploadCondition.noSuchFile();
    }

    private static UploadCondition latestIs(String value) {
        if (!STRONG_ETAG.matcher(value).matches()) {
            throw new ValidationException("If-Match", "must be one ETag in double quotes, as a file's etag is");
        }
        return UploadCondition.latestIs(value);
    }

    private static String checkedKey(String value) {
        if (!KEY.matcher(value).matches()) {
            throw new ValidationException("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
        }
        return value;
    }
}
