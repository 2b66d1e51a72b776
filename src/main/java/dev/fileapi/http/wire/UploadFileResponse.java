package dev.fileapi.http.wire;

import dev.fileapi.files.UploadLink;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.util.UUID;

/** A link to upload a version. It is a secret. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record UploadFileResponse(UUID fileId, String versionId, URI upload) {

    public static UploadFileResponse of(UploadLink link) {
        return new UploadFileResponse(link.fileId().value(), link.versionId().toString(), link.link());
    }

    @Override
    public String toString() {
        return "UploadFile[fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
