package dev.fileapi.http;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which paths a batch of upload links is asked for. */
@Serdeable
record BatchOfPaths(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"reports/2024/summary.csv\"]") @Nullable
        List<@Nullable String> paths) {}
