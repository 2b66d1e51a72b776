package dev.fileapi.http;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link ProblemDocument} for a caller whose role in the workspace is too low. */
@Serdeable(naming = SnakeCaseStrategy.class)
record InsufficientRoleDocument(
        String type,
        String title,
        int status,
        String detail,
        List<String> permittedRoles,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String yourRole) {}
