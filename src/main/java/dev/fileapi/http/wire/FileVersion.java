package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** One of a file's versions. */
@Serdeable(naming = SnakeCaseStrategy.class)
record FileVersion(
        UUID fileId,
        String versionId,
        String name,

        String path,

        long size,

        Instant createdAt,
        UserInfo createdBy,
        URI link,
        @JsonUnwrapped ShownDetails details) {}
