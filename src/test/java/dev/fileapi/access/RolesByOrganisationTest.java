package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.StandingClock;
import io.micronaut.context.BeanProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RolesByOrganisationTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Workspace FIRST = new Workspace(UUID.randomUUID(), ID);
    private static final Workspace SECOND = new Workspace(UUID.randomUUID(), ID);
    private static final Set<UUID> BOTH = Set.of(FIRST.organisationId(), SECOND.organisationId());
    private static final Map<UUID, Role> UNBOUND = Map.of(ID, Role.EDITOR);

    private final StandingClock clock = new StandingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Set<Workspace> withFiles = new HashSet<>();
    private final List<Workspace> asked = new ArrayList<>();
    private final RolesByOrganisation checked = roles("checked");

    @Test
    void aRoleThatNamesItsOrganisationCountsInItAlone() {
        Caller caller = caller(BOTH, Map.of(), Map.of(FIRST, Role.EDITOR));
        withFiles.add(SECOND);

        for (String unbound : List.of("checked", "trusted", "refused")) {
            assertMay(roles(unbound), caller, FIRST);
            assertMayNot(roles(unbound), caller, SECOND);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aTokenOfOneOrganisationNeedsNoQuestion() {
        Caller caller = caller(Set.of(FIRST.organisationId()), UNBOUND, Map.of());
        withFiles.add(SECOND);

        assertMay(checked, caller, FIRST);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoleWithoutOneDoesNotCountWhereTheWorkspaceIsAnotherOrganisations() {
        Caller caller = caller(BOTH, UNBOUND, Map.of());
        withFiles.add(FIRST);

        assertMay(checked, caller, FIRST);
        assertMayNot(checked, caller, SECOND);
    }

    @Test
    void itCountsInNoneWhereBothHaveTheWorkspace() {
        Caller caller = caller(BOTH, UNBOUND, Map.of());
        withFiles.addAll(Set.of(FIRST, SECOND));

        assertMayNot(checked, caller, FIRST);
        assertMayNot(checked, caller, SECOND);
    }

    @Test
    void aStrongEnoughBoundRoleNeedsNoHelpOfAnUnboundOne() {
        withFiles.add(SECOND);

        assertMay(checked, caller(BOTH, UNBOUND, Map.of(FIRST, Role.EDITOR)), FIRST);
        assertThatThrownBy(() ->
                        checked.require(caller(BOTH, UNBOUND, Map.of(FIRST, Role.VIEWER)), Permission.WRITE, FIRST))
                .asInstanceOf(type(InsufficientRoleException.class))
                .matches(e -> e.yourRole() == Role.VIEWER);
    }

    @Test
    void anOperatorMayTrustOrRefuseSuchRoles() {
        Caller caller = caller(BOTH, UNBOUND, Map.of());
        withFiles.add(SECOND);

        assertMay(roles("trusted"), caller, FIRST);
        assertMayNot(roles("refused"), caller, FIRST);
        assertMayNot(roles("refused"), caller(Set.of(FIRST.organisationId()), UNBOUND, Map.of()), FIRST);
        assertThat(asked).isEmpty();
    }

    @Test
    void theRecordsAreAskedOnceInAWhile() {
        Caller caller = caller(BOTH, UNBOUND, Map.of());

        for (int i = 0; i < 5; i++) {
            assertMay(checked, caller, FIRST);
        }
        assertThat(asked).containsExactly(SECOND);

        withFiles.add(SECOND);
        clock.move(Duration.ofMinutes(10));
        assertMayNot(checked, caller, FIRST);
        assertThat(asked).containsExactly(SECOND, SECOND);
    }

    @Test
    void anotherOrganisationAndTooLowARoleAreRefusedUnasked() {
        Workspace foreign = new Workspace(UUID.randomUUID(), ID);
        Caller viewer = caller(BOTH, Map.of(ID, Role.VIEWER), Map.of());

        assertThatThrownBy(() -> checked.require(viewer, Permission.READ, foreign))
                .isInstanceOf(OrganisationForbiddenException.class);
        assertMayNot(checked, viewer, FIRST);
        assertThat(asked).isEmpty();
    }

    private RolesByOrganisation roles(String unbound) {
        KnownWorkspaces known = workspace -> {
            asked.add(workspace);
            return withFiles.contains(workspace);
        };
        BeanProvider<KnownWorkspaces> provider = () -> known;
        return new RolesByOrganisation(new RoleSettings(unbound), provider, clock);
    }

    private static void assertMay(RolesByOrganisation roles, Caller caller, Workspace workspace) {
        assertThatCode(() -> roles.require(caller, Permission.WRITE, workspace)).doesNotThrowAnyException();
    }

    private static void assertMayNot(RolesByOrganisation roles, Caller caller, Workspace workspace) {
        assertThatThrownBy(() -> roles.require(caller, Permission.WRITE, workspace))
                .isInstanceOf(InsufficientRoleException.class);
    }

    private static Caller caller(Set<UUID> organisations, Map<UUID, Role> roles, Map<Workspace, Role> bound) {
        return new Caller(new User(UUID.randomUUID(), null, null), organisations, roles, bound);
    }
}
