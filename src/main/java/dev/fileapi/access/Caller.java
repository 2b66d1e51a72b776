package dev.fileapi.access;

import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and where they may do what, as their verified token says it. A controller takes it as an argument.
 *
 * @param organisations ids of the organisations that the token gives access to
 * @param roles by workspace id, whatever the organisation
 * @param boundRoles that count in the workspace of one organisation
 */
public record Caller(User user, Set<UUID> organisations, Map<UUID, Role> roles, Map<Workspace, Role> boundRoles) {

    public Caller {
        organisations = Set.copyOf(organisations);
        roles = Map.copyOf(roles);
        boundRoles = Map.copyOf(boundRoles);
    }

    /**
     * Returns when this caller has the permission in the workspace.
     *
     * @throws OrganisationForbiddenException when the token gives no access to the workspace's organisation
     * @throws InsufficientRoleException when the caller's role in the workspace is too low, or there is none
     */
    public Role require(Permission permission, Workspace workspace) {
        if (!organisations.contains(workspace.organisationId())) {
            throw new OrganisationForbiddenException("The token gives no access to this organisation.");
        }
        Role role = stronger(roles.get(workspace.workspaceId()), boundRoles.get(workspace));
        if (role == null || !permission.heldBy(role)) {
            throw new InsufficientRoleException(permission.roles(), role);
        }
        return role;
    }

    private static @Nullable Role stronger(@Nullable Role one, @Nullable Role other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }
}
