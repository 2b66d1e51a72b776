package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.fileapi.access.testing.Issuer;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerPermissionTest {

    private static final Workspace WORKSPACE = new Workspace(Issuer.ORGANISATION, Issuer.WORKSPACE);

    @Test
    void aViewerReadsOnly() {
        assertMay(Role.VIEWER, Permission.READ);
        assertMayNot(Role.VIEWER, Permission.WRITE, List.of(Role.EDITOR, Role.OWNER));
    }

    @Test
    void editorsAndOwnersWriteToo() {
        for (Role role : List.of(Role.EDITOR, Role.OWNER)) {
            assertMay(role, Permission.READ);
            assertMay(role, Permission.WRITE);
        }
    }

    @Test
    void withoutARoleThereIsNoAccess() {
        assertMayNot(null, Permission.READ, List.of(Role.VIEWER, Role.EDITOR, Role.OWNER));
        assertMayNot(null, Permission.WRITE, List.of(Role.EDITOR, Role.OWNER));
    }

    @Test
    void aRoleInAnotherWorkspaceIsNone() {
        Workspace other = new Workspace(Issuer.ORGANISATION, UUID.randomUUID());

        assertThatThrownBy(() -> caller(Role.OWNER).require(Permission.READ, other))
                .isInstanceOf(InsufficientRoleException.class);
    }

    @Test
    void anotherOrganisationIsOutOfReachWhateverTheRole() {
        Workspace other = new Workspace(UUID.randomUUID(), Issuer.WORKSPACE);

        assertThatThrownBy(() -> caller(Role.OWNER).require(Permission.READ, other))
                .isInstanceOf(OrganisationForbiddenException.class);
    }

    private static void assertMay(Role role, Permission permission) {
        assertThatCode(() -> caller(role).require(permission, WORKSPACE)).doesNotThrowAnyException();
    }

    private static void assertMayNot(@Nullable Role role, Permission permission, List<Role> permitted) {
        assertThatThrownBy(() -> caller(role).require(permission, WORKSPACE))
                .asInstanceOf(type(InsufficientRoleException.class))
                .matches(e -> e.permittedRoles().equals(permitted) && e.yourRole() == role);
    }

    private static Caller caller(@Nullable Role role) {
        Map<UUID, Role> roles = role == null ? Map.of() : Map.of(Issuer.WORKSPACE, role);
        return new Caller(new User(Issuer.USER, null, null), Set.of(Issuer.ORGANISATION), roles, Map.of());
    }
}
