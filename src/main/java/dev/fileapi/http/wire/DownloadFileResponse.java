package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file at one of its versions. Its download link is a secret. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record DownloadFileResponse(
        String name,

        String path,

        UUID fileId,
        String versionId,

        long size,

        String etag,

        Instant createdAt,
        UserInfo createdBy,
        Instant modifiedAt,
        UserInfo modifiedBy,

        @Nullable Instant deletedAt,

        @Nullable UserInfo deletedBy,

        URI download,
        URI self,

        @Nullable List<FileVersion> versions,

        @JsonUnwrapped ShownDetails details) {

    /** Returns the same with another link. */
    DownloadFileResponse withDownload(URI otherDownload) {
        return new DownloadFileResponse(
                name,
                path,
                fileId,
                versionId,
                size,
                etag,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                deletedAt,
                deletedBy,
                otherDownload,
                self,
                versions,
                details);
    }

    @Override
    public String toString() {
        return "DownloadFile[fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
