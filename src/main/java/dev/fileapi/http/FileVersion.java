package dev.fileapi.http;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** One of a file's versions. */
@Serdeable(naming = SnakeCaseStrategy.class)
record FileVersion(
        UUID fileId,
        @Schema(example = "1701303755570785597") String versionId,
        @Schema(example = "summary.csv") String name,

        @Schema(description = "The folder, with a slash before and after it.", example = "/reports/2024/")
        String path,

        @Schema(description = "In bytes.", example = "1048576")
        long size,

        Instant createdAt,
        UserInfo createdBy,
        URI link) {}
