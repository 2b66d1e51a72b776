package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file in a list. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record ListedFile(
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

        FileLinks links,

        @JsonUnwrapped ShownDetails details) {

    /** The address of the file. */
    @Serdeable
    record FileLinks(String self) {}
}
