package dev.fileapi.access;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The caller's role in the workspace is too low for the call, or there is none. */
public final class InsufficientRoleException extends AccessException {

    private final List<Role> permittedRoles;
    private final @Nullable Role yourRole;

    public InsufficientRoleException(List<Role> permittedRoles, @Nullable Role yourRole) {
        super(Reason.INSUFFICIENT_ROLE, detail(permittedRoles, yourRole));
        this.permittedRoles = List.copyOf(permittedRoles);
        this.yourRole = yourRole;
    }

    /** The roles that would do, weakest first. */
    public List<Role> permittedRoles() {
        return permittedRoles;
    }

    /** The caller's role in the workspace; null when there is none. */
    public @Nullable Role yourRole() {
        return yourRole;
    }

    private static String detail(List<Role> permittedRoles, @Nullable Role yourRole) {
        String needed = permittedRoles.stream().map(Role::wireName).collect(Collectors.joining(" or "));
        String has = yourRole == null ? "you have none" : "yours is " + yourRole.wireName();
        return "This call needs the role " + needed + " in the workspace, " + has + ".";
    }
}
