package dev.fileapi.access;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The caller's role in the workspace is too low for the call, or there is none. */
public final class InsufficientRoleException extends AccessException {

    private final List<Role> permittedRoles;
    private final @Nullable Role yourRole;

    public InsufficientRoleException(List<Role> permittedRoles, @Nullable Role yourRole) {
        this(permittedRoles, yourRole, detail(permittedRoles, yourRole));
    }

    private InsufficientRoleException(List<Role> permittedRoles, @Nullable Role yourRole, String detail) {
        super(Reason.INSUFFICIENT_ROLE, detail);
        this.permittedRoles = List.copyOf(permittedRoles);
        this.yourRole = yourRole;
    }

    /** A role would do, but the token does not say that it is for this organisation. */
    static InsufficientRoleException ofUnboundRole(List<Role> permittedRoles, @Nullable Role yourRole) {
        return new InsufficientRoleException(
                permittedRoles,
                yourRole,
                "The token's role in this workspace may be for another organisation: get a token whose role names its organisation.");
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
