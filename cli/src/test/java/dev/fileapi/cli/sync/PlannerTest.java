package dev.fileapi.cli.sync;

import static dev.fileapi.cli.sync.TestItems.local;
import static dev.fileapi.cli.sync.TestItems.remote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.sync.Planner.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan has. */
class PlannerTest {

    private final List<LocalItem> locals = new ArrayList<>();
    private final List<RemoteItem> remotes = new ArrayList<>();
    private TargetNames names = new TargetNames(false, false);
    private Hashes hashes = TestItems::content;

    @Test
    void aPushSendsWhatIsNewOrChanged() {
        locals.addAll(List.of(local("changed", "1"), local("new", "2"), local("same", "3")));
        remotes.addAll(List.of(remote("changed", "0"), remote("only there", "1"), remote("same", "3")));

        assertThat(plan(Direction.PUSH, false)).containsExactly("upload changed", "upload new");
    }

    @Test
    void aPullReceivesWhatIsNewOrChanged() {
        locals.addAll(List.of(local("changed", "1"), local("only here", "2"), local("same", "3")));
        remotes.addAll(List.of(remote("changed", "0"), remote("new", "1"), remote("same", "3")));

        assertThat(plan(Direction.PULL, false)).containsExactly("download changed", "download new");
    }

    @Test
    void whatOnlyTheTargetHasIsDeletedWhenThatIsAskedFor() {
        locals.add(local("here", "1"));
        remotes.add(remote("there", "1"));

        assertThat(plan(Direction.PUSH, true)).containsExactly("upload here", "delete there");
        assertThat(plan(Direction.PULL, true)).containsExactly("delete here", "download there");
    }

    @Test
    void nothingIsDeletedWhereSomethingCannotBeRead() {
        locals.add(LocalItem.unreadable("dir/", Path.of("dir"), "the folder cannot be read"));
        locals.add(LocalItem.skipped("link", Path.of("link"), "a link"));
        remotes.addAll(List.of(
                remote("dir/a", "1"),
                remote("dir/b/c", "1"),
                remote("dir0", "1"),
                remote("link", "1"),
                remote("link-2", "1"),
                remote("link/a", "1")));

        assertThat(plan(Direction.PUSH, true))
                .containsExactly("refuse dir/", "delete dir0", "skip link", "delete link-2");
    }

    @Test
    void nothingIsReceivedInThePlaceOfALinkOrThroughIt() {
        locals.add(LocalItem.skipped("link", Path.of("link"), "a link"));
        remotes.addAll(List.of(remote("link", "1"), remote("link/a", "1"), remote("other", "1")));

        assertThat(plan(Direction.PULL, true))
                .containsExactly("skip link", "refuse link", "refuse link/a", "download other");
    }

    @Test
    void aFileThatCannotBeReadIsAFailureOfItsOwn() {
        locals.addAll(List.of(local("a", "1"), local("b", "2"), local("c", "3")));
        remotes.add(remote("b", "0"));
        hashes = item -> {
            if (item.path().equals("b")) {
                throw new IOException("unreadable");
            }
            return TestItems.content(item);
        };

        assertThat(plan(Direction.PUSH, true)).containsExactly("upload a", "refuse b", "upload c");
    }

    @Test
    void namesThatThisMachineDoesNotTakeAreRefused() {
        names = new TargetNames(true, true);
        locals.add(local("Readme", "1"));
        remotes.addAll(List.of(remote("A", "1"), remote("NUL.txt", "1"), remote("README", "1"), remote("a", "1")));

        assertThat(plan(Direction.PULL, false))
                .containsExactly("download A", "refuse NUL.txt", "download README", "refuse a");
    }

    @Test
    void aListThatIsNotInOrderEndsThePlan() {
        remotes.addAll(List.of(remote("b", "1"), remote("a", "1")));

        assertThatThrownBy(() -> plan(Direction.PUSH, true)).hasMessageContaining("not in the order");
    }

    @Test
    void charactersBeyondUtf16sSurrogatesComeLast() {
        locals.addAll(List.of(local("\uFF5E", "1"), local("\uD83D\uDE00", "1")));
        remotes.addAll(List.of(remote("\uFF5E", "1"), remote("\uD83D\uDE00", "1")));

        assertThat(plan(Direction.PUSH, true)).isEmpty();
    }

    private List<String> plan(Direction direction, boolean delete) {
        Planner planner = new Planner(
                locals.iterator(),
                remotes.iterator(),
                new Planner.Rules(direction, delete, Comparison.hash(hashes), hashes, names));
        return Streams.of(planner)
                .map(action -> action.verb() + " " + action.path())
                .toList();
    }
}
