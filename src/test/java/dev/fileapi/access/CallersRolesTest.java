package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.StandingClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller is told the roles by which calls are decided. */
class CallersRolesTest {

    private static final UUID A = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000000");
    private static final UUID B = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000000");
    private static final UUID FIRST = UUID.fromString("11111111-0000-4000-8000-000000000000");
    private static final UUID SECOND = UUID.fromString("99999999-0000-4000-8000-000000000000");

    private final Set<Workspace> withFiles = new HashSet<>();
    private final List<Workspace> asked = new ArrayList<>();

    @Test
    void organisationsAndWorkspacesAreInTheOrderOfTheirIds() {
        Caller caller = caller(
                Set.of(B, A),
                Map.of(),
                Map.of(
                        new Workspace(A, SECOND), Role.VIEWER,
                        new Workspace(A, FIRST), Role.OWNER,
                        new Workspace(B, SECOND), Role.EDITOR));

        CallersRoles.Listed listed = roles("checked").of(caller);

        assertThat(listed.organisations())
                .containsExactly(
                        new CallersRoles.Organisation(
                                A,
                                List.of(
                                        new CallersRoles.Held(FIRST, Role.OWNER),
                                        new CallersRoles.Held(SECOND, Role.VIEWER))),
                        new CallersRoles.Organisation(B, List.of(new CallersRoles.Held(SECOND, Role.EDITOR))));
        assertThat(listed.unchecked()).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void anOrganisationWithoutRolesIsListedAndARoleElsewhereIsNot() {
        Caller caller = caller(Set.of(A), Map.of(), Map.of(new Workspace(B, FIRST), Role.OWNER));

        assertThat(roles("checked").of(caller).organisations())
                .containsExactly(new CallersRoles.Organisation(A, List.of()));
    }

    @Test
    void aRoleWithoutOrganisationIsListedWhereItCounts() {
        Caller caller = caller(Set.of(A, B), Map.of(FIRST, Role.EDITOR), Map.of());
        withFiles.add(new Workspace(A, FIRST));

        assertThat(shown("checked", caller)).isEqualTo(Map.of(new Workspace(A, FIRST), Role.EDITOR));
        assertThat(shown("trusted", caller))
                .isEqualTo(Map.of(new Workspace(A, FIRST), Role.EDITOR, new Workspace(B, FIRST), Role.EDITOR));
        assertThat(shown("refused", caller)).isEmpty();
    }

    /** Of random tokens and files: a call is allowed exactly where the role that is shown has its permission. */
    @ParameterizedTest
    @ValueSource(strings = {"checked", "trusted", "refused"})
    void whatIsShownIsWhatACallIsAllowed(String unbound) {
        Random random = new Random(14);
        List<UUID> workspaces = List.of(FIRST, SECOND);
        List<UUID> organisations = List.of(A, B, UUID.fromString("cccccccc-0000-4000-8000-000000000000"));
        for (int run = 0; run < 500; run++) {
            withFiles.clear();
            Set<UUID> ofToken = new HashSet<>();
            Map<UUID, Role> roles = new HashMap<>();
            Map<Workspace, Role> bound = new HashMap<>();
            for (UUID organisation : organisations) {
                if (random.nextBoolean()) {
                    ofToken.add(organisation);
                }
                for (UUID id : workspaces) {
                    Workspace workspace = new Workspace(organisation, id);
                    if (random.nextInt(3) == 0) {
                        withFiles.add(workspace);
                    }
                    anyRole(random).ifPresent(role -> bound.put(workspace, role));
                }
            }
            workspaces.forEach(id -> anyRole(random).ifPresent(role -> roles.put(id, role)));
            Caller caller = caller(ofToken, roles, bound);

            Map<Workspace, Role> shown = shown(unbound, caller);

            for (UUID organisation : organisations) {
                for (UUID id : workspaces) {
                    Workspace workspace = new Workspace(organisation, id);
                    for (Permission permission : Permission.values()) {
                        Role role = shown.get(workspace);
                        assertThat(isAllowed(unbound, caller, permission, workspace))
                                .as("%s in %s with %s", permission, workspace, caller)
                                .isEqualTo(role != null && permission.heldBy(role));
                    }
                }
            }
        }
    }

    /** A token may have hundreds of roles: the records are asked about some of them at a time. */
    @Test
    void ofManyRolesLaterCallsTellTheRest() {
        Map<UUID, Role> many = new HashMap<>();
        IntStream.range(0, 130).forEach(any -> many.put(UUID.randomUUID(), Role.VIEWER));
        Caller caller = caller(Set.of(A, B), many, Map.of(new Workspace(B, FIRST), Role.OWNER));
        CallersRoles roles = roles("checked");

        CallersRoles.Listed first = roles.of(caller);
        assertThat(asked).hasSize(CallersRoles.MAX_QUESTIONS);
        assertThat(first.unchecked()).isEqualTo(2 * 130 - CallersRoles.MAX_QUESTIONS);
        assertThat(first.organisations().get(1).workspaces()).contains(new CallersRoles.Held(FIRST, Role.OWNER));

        assertThat(roles.of(caller).unchecked()).isEqualTo(2 * 130 - 2 * CallersRoles.MAX_QUESTIONS);
        CallersRoles.Listed last = roles.of(caller);
        assertThat(last.unchecked()).isZero();
        assertThat(last.organisations().get(0).workspaces()).hasSize(130);
        assertThat(last.organisations().get(1).workspaces()).hasSize(131);
        assertThat(asked).hasSize(2 * 130).doesNotHaveDuplicates();
    }

    /** As many as a call in its workspace asks. */
    @Test
    void aRoleInMoreOrganisationsThanAreAskedAtATimeIsListedAllTheSame() {
        Set<UUID> organisations = new HashSet<>();
        IntStream.range(0, CallersRoles.MAX_QUESTIONS + 50).forEach(any -> organisations.add(UUID.randomUUID()));
        Caller caller = caller(organisations, Map.of(FIRST, Role.VIEWER), Map.of());
        CallersRoles roles = roles("checked");

        assertThat(roles.of(caller).unchecked()).isPositive();
        assertThat(roles.of(caller).unchecked()).isZero();
    }

    private Map<Workspace, Role> shown(String unbound, Caller caller) {
        Map<Workspace, Role> shown = new HashMap<>();
        for (CallersRoles.Organisation organisation : roles(unbound).of(caller).organisations()) {
            organisation
                    .workspaces()
                    .forEach(held -> shown.put(new Workspace(organisation.id(), held.workspaceId()), held.role()));
        }
        return shown;
    }

    private boolean isAllowed(String unbound, Caller caller, Permission permission, Workspace workspace) {
        try {
            byOrganisation(unbound).require(caller, permission, workspace);
            return true;
        } catch (AccessException refused) {
            return false;
        }
    }

    private CallersRoles roles(String unbound) {
        return new CallersRoles(byOrganisation(unbound));
    }

    private RolesByOrganisation byOrganisation(String unbound) {
        KnownWorkspaces known = workspace -> {
            asked.add(workspace);
            return withFiles.contains(workspace);
        };
        return new RolesByOrganisation(
                new RoleSettings(unbound), () -> known, new StandingClock(Instant.parse("2026-03-01T12:00:00Z")));
    }

    private static Optional<Role> anyRole(Random random) {
        List<Role> all = List.of(Role.values());
        int chosen = random.nextInt(all.size() + 2);
        return chosen < all.size() ? Optional.of(all.get(chosen)) : Optional.empty();
    }

    private static Caller caller(Set<UUID> organisations, Map<UUID, Role> roles, Map<Workspace, Role> bound) {
        return new Caller(new User(UUID.randomUUID(), null, null), organisations, roles, bound);
    }
}
