package dev.fileapi.http.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
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

        @Nullable String yourRole) {}
