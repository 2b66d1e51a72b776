package dev.fileapi.cli.sync;

import static dev.fileapi.cli.sync.TestItems.local;
import static dev.fileapi.cli.sync.TestItems.remote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Refuse;
import dev.fileapi.cli.sync.Action.Skip;
import dev.fileapi.cli.sync.Action.Upload;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A plan is the same when it is read. */
class PlanFileTest {

    private static final List<Action> ACTIONS = List.of(
            new Upload("a", local("a", "1"), true, "sum"),
            new Upload("é", local("é", "1"), false, null),
            new Download("b", remote("b", "1"), local("b", "2")),
            new Download("c", new RemoteItem("c", new UUID(0, 1), "1", null, 2, null, null), null),
            new DeleteLocal("d", local("d", "1")),
            new DeleteRemote("e", remote("e", "1")),
            new Skip("f", "a link"),
            new Refuse("g", "a reason"));

    @Test
    void itsActionsAreReadAsOftenAsTheyAreNeeded() throws IOException {
        try (PlanFile plan = new PlanFile()) {
            ACTIONS.forEach(plan::add);

            assertThat(plan.read()).toIterable().containsExactlyElementsOf(ACTIONS);
            assertThat(plan.read()).toIterable().containsExactlyElementsOf(ACTIONS);
            assertThat(plan.deletions()).isEqualTo(2);
        }
    }
}
