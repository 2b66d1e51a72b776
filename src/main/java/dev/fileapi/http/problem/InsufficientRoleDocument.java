package dev.fileapi.http.problem;

import dev.fileapi.access.InsufficientRoleException;
import dev.fileapi.access.Role;
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
        String instance,
        List<String> permittedRoles,

        @Nullable String yourRole) {

    static InsufficientRoleDocument of(ProblemDocument problem, InsufficientRoleException failure) {
        Role yourRole = failure.yourRole();
        return new InsufficientRoleDocument(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.instance(),
                failure.permittedRoles().stream().map(Role::wireName).toList(),
                yourRole == null ? null : yourRole.wireName());
    }
}
