package dev.fileapi.http;

import dev.fileapi.files.UploadLink;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.util.UUID;

/** A link for an upload; a secret. */
@Serdeable(naming = SnakeCaseStrategy.class)
record UploadFile(UUID fileId, String versionId, URI upload) {

    static UploadFile of(UploadLink link) {
        return new UploadFile(link.fileId().value(), link.versionId().toString(), link.link());
    }

    @Override
    public String toString() {
        return "UploadFile[fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
