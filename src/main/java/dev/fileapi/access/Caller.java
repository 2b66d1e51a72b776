package dev.fileapi.access;

import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, and where they may do what, as their verified token says it. A controller takes it as an argument.
 *
 * @param organisations ids of the organisations that the token gives access to
 * @param roles by workspace id
 */
public record Caller(User user, Set<UUID> organisations, Map<UUID, Role> roles) {

    public Caller {
        organisations = Set.copyOf(organisations);
        roles = Map.copyOf(roles);
    }

    /**
     * Returns when this caller has the permission in the workspace.
     *
     * @throws OrganisationForbiddenException when the token gives no access to the workspace's organisation
     * @throws InsufficientRoleException when the caller's role in the workspace is too low, or there is none
     */
    public void require(Permission permission, Workspace workspace) {
        if (!organisations.contains(workspace.organisationId())) {
            throw new OrganisationForbiddenException("The token gives no access to this organisation.");
        }
        Role role = roles.get(workspace.workspaceId());
        if (role == null || !permission.heldBy(role)) {
            throw new InsufficientRoleException(permission.roles(), role);
        }
    }
}
