package dev.fileapi.http.wire;

import dev.fileapi.files.UploadLink;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A link to upload a version. It is a secret.
 *
 * @param method with which the bytes are sent
 * @param headers to be sent with the whole file in one request
 * @param expiresAt when the link ends
 * @param maxBytes how large a file can be, sent in blocks
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record UploadFileResponse(
        UUID fileId,
        String versionId,
        URI upload,
        String method,
        Map<String, String> headers,
        Instant expiresAt,
        long maxBytes) {

    public static UploadFileResponse of(UploadLink link) {
        return new UploadFileResponse(
                link.fileId().value(),
                link.versionId().toString(),
                link.link(),
                UploadTerms.METHOD,
                UploadTerms.HEADERS,
                link.expiresAt(),
                UploadTerms.MAX_BYTES);
    }

    @Override
    public String toString() {
        return "UploadFile[fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
