package dev.fileapi.http.request;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call for an upload link asks for, besides its path or id.
 *
 * @param versionId the upload in progress that gets a fresh link; null for a new upload
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
        ReceivedRequest received = ReceivedRequest.of(request);
        UploadCondition condition = condition(received);
        if (versionId != null && condition != null) {
            throw new ValidationException(
                    "version_id", "cannot be combined with If-Match or If-None-Match, which are for a new upload");
        }
        String idempotencyKey = received.header("Idempotency-Key")
                .map(UploadRequest::checkedKey)
                .orElse(null);
        return new UploadRequest(versionId, condition, idempotencyKey);
    }

    private static @Nullable UploadCondition condition(ReceivedRequest received) {
        Optional<UploadCondition> noneMatch = received.header("If-None-Match").map(UploadRequest::noSuchFile);
        Optional<UploadCondition> match = received.header("If-Match").map(UploadRequest::latestIs);
        if (noneMatch.isPresent() && match.isPresent()) {
            throw new ValidationException("If-Match", "cannot be combined with If-None-Match; send only one of them");
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
