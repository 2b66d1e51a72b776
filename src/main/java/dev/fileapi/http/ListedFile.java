package dev.fileapi.http;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file in a list. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ListedFile(
        @Schema(example = "summary.csv") String name,

        @Schema(description = "The folder, with a slash before and after it.", example = "/reports/2024/")
        String path,

        UUID fileId,
        @Schema(example = "1701303755570785597") String versionId,

        @Schema(description = "In bytes.", example = "1048576")
        long size,

        @Schema(description = "The ETag of the version's blob, quotes included.", example = "\"0x8DBF1A2B3C4D5E6\"")
        String etag,

        Instant createdAt,
        UserInfo createdBy,
        Instant modifiedAt,
        UserInfo modifiedBy,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Instant deletedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        UserInfo deletedBy,

        FileLinks links) {

    /** Where the file is read. */
    @Serdeable
    record FileLinks(URI self) {}
}
