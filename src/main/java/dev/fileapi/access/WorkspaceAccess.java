package dev.fileapi.access;

import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** A user who has what the call needs in the workspace. A method with {@link Access} takes it as an argument. */
public record WorkspaceAccess(User user, Workspace workspace, Role role) {

    /** Returns whether the caller may also do what needs this permission. */
    public boolean may(Permission permission) {
        return permission.heldBy(role);
    }

    /** Returns what a request's caller was granted; empty when its route needs no access to a workspace. */
    public static Optional<WorkspaceAccess> of(HttpRequest<?> request) {
        return AccessRule.granted(request);
    }
}
