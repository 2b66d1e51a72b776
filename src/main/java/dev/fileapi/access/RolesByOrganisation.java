package dev.fileapi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fileapi.files.model.Workspace;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Sees to it that a role counts only in the organisation that it was given for. A role may name that organisation. One that names a
 * workspace alone is of the token's organisation when the token has one; when it has several, it is refused if the workspace has files
 * in another one of them. That is asked of the records once in a while for each workspace.
 */
@Singleton
final class RolesByOrganisation {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final RoleSettings settings;

    /** Without a store there are no workspaces: needed when it is asked only. */
    private final BeanProvider<KnownWorkspaces> known;

    private final Cache<Workspace, Boolean> withFiles;

    RolesByOrganisation(RoleSettings settings, BeanProvider<KnownWorkspaces> known, Clock clock) {
        this.settings = settings;
        this.known = known;
        this.withFiles = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(REMEMBERED_FOR)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Returns when the caller has the permission in the workspace.
     *
     * @throws OrganisationForbiddenException when the token gives no access to the workspace's organisation
     * @throws InsufficientRoleException when the caller's role in the workspace is too low, or there is none, or it may be another
     *     organisation's
     */
    Role require(Caller caller, Permission permission, Workspace workspace) {
        Role strongest = caller.require(permission, workspace);
        Role bound = caller.boundRoles().get(workspace);
        if (bound != null && permission.heldBy(bound)) {
            return bound;
        }
        if (!counts(caller, workspace)) {
            throw InsufficientRoleException.ofUnboundRole(permission.roles(), bound);
        }
        return strongest;
    }

    /**
     * Returns the role whose permissions, and no others, {@link #require} grants in a workspace of the caller's organisations; empty when
     * that is none.
     */
    Optional<Role> effective(Caller caller, Workspace workspace) {
        boolean unbound = hasStrongerUnbound(caller, workspace) && counts(caller, workspace);
        return Optional.ofNullable(
                unbound
                        ? caller.roles().get(workspace.workspaceId())
                        : caller.boundRoles().get(workspace));
    }

    /** Returns how many questions to the records {@link #effective} may take now; those that are remembered count nothing. */
    int questions(Caller caller, Workspace workspace) {
        return settings.unbound() == RoleSettings.Unbound.CHECKED && hasStrongerUnbound(caller, workspace)
                ? (int) elsewhere(caller, workspace)
                        .filter(other -> withFiles.getIfPresent(other) == null)
                        .count()
                : 0;
    }

    private static boolean hasStrongerUnbound(Caller caller, Workspace workspace) {
        Role bound = caller.boundRoles().get(workspace);
        Role unbound = caller.roles().get(workspace.workspaceId());
        return unbound != null && (bound == null || unbound.compareTo(bound) > 0);
    }

    /** Whether a role that names no organisation counts in that of the workspace. */
    private boolean counts(Caller caller, Workspace workspace) {
        return switch (settings.unbound()) {
            case TRUSTED -> true;
            case REFUSED -> false;
            case CHECKED -> elsewhere(caller, workspace).noneMatch(this::hasFiles);
        };
    }

    private static Stream<Workspace> elsewhere(Caller caller, Workspace workspace) {
        return caller.organisations().stream()
                .filter(organisation -> !organisation.equals(workspace.organisationId()))
                .map(organisation -> new Workspace(organisation, workspace.workspaceId()));
    }

    /** Not while the cache holds a lock: two calls may ask the store at the same time. */
    private boolean hasFiles(Workspace workspace) {
        Boolean before = withFiles.getIfPresent(workspace);
        if (before != null) {
            return before;
        }
        boolean found = known.get().hasFiles(workspace);
        withFiles.put(workspace, found);
        return found;
    }
}
