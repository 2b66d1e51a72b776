package dev.fileapi.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.signin.Client;
import dev.fileapi.cli.signin.Profile;
import dev.fileapi.cli.signin.Tokens;
import dev.fileapi.client.Caller;
import dev.fileapi.client.User;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which workspace a sign-in is for. */
class WorkspaceChoiceTest {

    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final Place NOTHING = new Place(null, null, null, null);

    @Test
    void theOnlyOneIsChosen() {
        assertThat(WorkspaceChoice.of(caller(ONE), NOTHING, null))
                .containsExactly(new WorkspaceChoice(ORGANISATION, ONE, "editor"));
    }

    @Test
    void ofSeveralThePersonChoosesOnce() {
        List<WorkspaceChoice> all = WorkspaceChoice.of(caller(ONE, TWO), NOTHING, null);
        assertThat(all).hasSize(2);
        assertThat(WorkspaceChoice.text(all)).contains("--org " + ORGANISATION + " --workspace " + TWO + "  (editor)");

        assertThat(WorkspaceChoice.of(caller(ONE, TWO), new Place(null, null, TWO, null), null))
                .extracting(WorkspaceChoice::workspace)
                .containsExactly(TWO);
        assertThat(WorkspaceChoice.of(caller(ONE, TWO), NOTHING, profile(TWO)))
                .extracting(WorkspaceChoice::workspace)
                .containsExactly(TWO);
        assertThat(WorkspaceChoice.of(caller(ONE, TWO), NOTHING, profile(null))).hasSize(2);
    }

    @Test
    void whereThePersonHasNoRoleThatIsTold() {
        assertThatThrownBy(() -> WorkspaceChoice.of(caller(ONE), new Place(null, null, TWO, null), null))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("you have no role there; you have one in")
                .hasMessageContaining(ONE.toString());
        assertThatThrownBy(() -> WorkspaceChoice.of(caller(), NOTHING, null))
                .hasMessage("you have no role in any workspace of this service");
    }

    private static Caller caller(UUID... workspaces) {
        return new Caller(
                new User(UUID.randomUUID(), "A", null),
                List.of(new Caller.Organisation(
                        ORGANISATION,
                        List.of(workspaces).stream()
                                .map(id -> new Caller.Workspace(id, "editor"))
                                .toList())));
    }

    private static Profile profile(@Nullable UUID workspace) {
        return new Profile(
                URI.create("https://files.example"),
                ORGANISATION,
                workspace,
                new Client(URI.create("https://id.example"), "cli", "openid"),
                new Tokens("A", null, null));
    }
}
