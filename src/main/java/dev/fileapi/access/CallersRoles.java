package dev.fileapi.access;

import dev.fileapi.files.model.Workspace;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what a caller may do, as the calls in each workspace would be decided. */
@Singleton
public final class CallersRoles {

    /** How many questions to the records one list asks at most, each of two queries: a token may have hundreds of roles. */
    static final int MAX_QUESTIONS = 100;

    private static final Comparator<UUID> AS_TEXT = Comparator.comparing(UUID::toString);

    private final RolesByOrganisation roles;

    CallersRoles(RolesByOrganisation roles) {
        this.roles = roles;
    }

    /**
     * What a caller may do.
     *
     * @param organisations all of the token, by id
     * @param unchecked how many roles are left out because it was not asked where they count; a later call goes on from here, since
     *     answers are remembered
     */
    public record Listed(List<Organisation> organisations, int unchecked) {}

    /** An organisation, with the workspaces in which the caller has a role, by id. */
    public record Organisation(UUID id, List<Held> workspaces) {}

    /** A role in a workspace. */
    public record Held(UUID workspaceId, Role role) {}

    /** Returns the caller's organisations and roles. */
    public Listed of(Caller caller) {
        Budget budget = new Budget();
        List<Organisation> organisations = caller.organisations().stream()
                .sorted(AS_TEXT)
                .map(organisation -> new Organisation(organisation, held(caller, organisation, budget)))
                .toList();
        return new Listed(organisations, budget.unchecked);
    }

    private List<Held> held(Caller caller, UUID organisation, Budget budget) {
        return workspaces(caller, organisation).stream()
                .sorted(AS_TEXT)
                .map(workspace -> new Workspace(organisation, workspace))
                .filter(workspace -> budget.allows(roles.questions(caller, workspace)))
                .flatMap(workspace -> roles.effective(caller, workspace).stream()
                        .map(role -> new Held(workspace.workspaceId(), role)))
                .toList();
    }

    /** Those for which the token has any role, whether or not it counts in the organisation. */
    private static Set<UUID> workspaces(Caller caller, UUID organisation) {
        Stream<UUID> bound = caller.boundRoles().keySet().stream()
                .filter(workspace -> workspace.organisationId().equals(organisation))
                .map(Workspace::workspaceId);
        return Stream.concat(bound, caller.roles().keySet().stream()).collect(Collectors.toSet());
    }

    /** The questions that one list may still ask. */
    private static final class Budget {

        private int left = MAX_QUESTIONS;
        private int unchecked;

        /** The first may ask any number, as a call in its workspace would: else a role with too many was never listed. */
        private boolean allows(int questions) {
            boolean allowed = questions <= left || left == MAX_QUESTIONS;
            left = allowed ? Math.max(0, left - questions) : left;
            unchecked += allowed ? 0 : 1;
            return allowed;
        }
    }
}
