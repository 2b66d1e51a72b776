package dev.fileapi.access;

import dev.fileapi.files.model.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The claim with a caller's roles: strings {@code <workspace>:<role>} in an array, or one string of them, separated by commas or spaces;
 * or an object of workspace to role. A workspace is {@code <organisation id>/<workspace id>}, or its id alone; an object may also have
 * objects of workspace id to role by organisation id. Of several roles in a workspace the strongest holds. What cannot be read gives no
 * role.
 *
 * @param unbound by workspace id: roles that name no organisation
 * @param bound roles that name theirs
 */
record RoleClaim(Map<UUID, Role> unbound, Map<Workspace, Role> bound) {

    private static final BinaryOperator<Role> STRONGER = BinaryOperator.maxBy(Role::compareTo);

    static RoleClaim read(@Nullable Object claim) {
        RoleClaim roles = new RoleClaim(new HashMap<>(), new HashMap<>());
        if (claim instanceof Map<?, ?> object) {
            object.forEach(roles::addMember);
        }
        for (Object item : CallerClaims.items(claim)) {
            if (item instanceof String text && text.indexOf(':') >= 0) {
                int colon = text.indexOf(':');
                roles.add(text.substring(0, colon), text.substring(colon + 1));
            }
        }
        return roles;
    }

    private void addMember(@Nullable Object name, @Nullable Object value) {
        if (value instanceof Map<?, ?> workspaces) {
            workspaces.forEach((workspace, role) -> add(name + "/" + workspace, role));
        } else if (name instanceof String workspace) {
            add(workspace, value);
        }
    }

    private void add(String workspace, @Nullable Object role) {
        Role.named(role).ifPresent(known -> {
            int slash = workspace.indexOf('/');
            if (slash < 0) {
                UuidText.parse(workspace).ifPresent(id -> unbound.merge(id, known, STRONGER));
            } else {
                UuidText.parse(workspace.substring(0, slash))
                        .flatMap(organisation -> UuidText.parse(workspace.substring(slash + 1))
                                .map(id -> new Workspace(organisation, id)))
                        .ifPresent(found -> bound.merge(found, known, STRONGER));
            }
        });
    }
}
