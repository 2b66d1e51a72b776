package dev.fileapi.cli.sync;

import static dev.fileapi.cli.sync.TestItems.local;
import static dev.fileapi.cli.sync.TestItems.remote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Upload;
import dev.fileapi.cli.sync.Planner.Direction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any two trees are equal after a sync, and a second sync finds nothing to do. */
class PlannerPropertyTest {

    @Property
    void bothSidesAreEqualAfterwards(
            @ForAll("trees") Map<String, String> local,
            @ForAll("trees") Map<String, String> remote,
            @ForAll Direction direction) {
        Map<String, String> source = direction == Direction.PUSH ? local : remote;
        Map<String, String> target = ordered(direction == Direction.PUSH ? remote : local);

        plan(local, remote, direction, true).forEach(action -> apply(action, target));

        assertThat(target).isEqualTo(source);
        assertThat(plan(source, source, direction, true)).isEmpty();
    }

    @Property
    void withoutDeletionNothingIsLost(
            @ForAll("trees") Map<String, String> local,
            @ForAll("trees") Map<String, String> remote,
            @ForAll Direction direction) {
        Map<String, String> source = direction == Direction.PUSH ? local : remote;
        Map<String, String> target = ordered(direction == Direction.PUSH ? remote : local);
        Map<String, String> expected = ordered(target);
        expected.putAll(source);

        plan(local, remote, direction, false).forEach(action -> apply(action, target));

        assertThat(target).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Map<String, String>> trees() {
        Arbitrary<String> name = Arbitraries.of("a", "b", "a-b", "a0", "A", "é", "\uFF5E", "\uD83D\uDE00", "a b");
        Arbitrary<String> path = name.list().ofMinSize(1).ofMaxSize(3).map(names -> String.join("/", names));
        return Arbitraries.maps(path, Arbitraries.of("1", "2", "22")).ofMaxSize(12);
    }

    private static List<Action> plan(
            Map<String, String> local, Map<String, String> remote, Direction direction, boolean delete) {
        Planner planner = new Planner(
                ordered(local).entrySet().stream()
                        .map(file -> local(file.getKey(), file.getValue()))
                        .iterator(),
                ordered(remote).entrySet().stream()
                        .map(file -> remote(file.getKey(), file.getValue()))
                        .iterator(),
                new Planner.Rules(
                        direction,
                        delete,
                        Comparison.hash(TestItems::content),
                        TestItems::content,
                        new TargetNames(false, false)));
        return Streams.of(planner).toList();
    }

    private static void apply(Action action, Map<String, String> target) {
        if (action instanceof Upload upload) {
            target.put(action.path(), TestItems.content(upload.source()));
        } else if (action instanceof Download download) {
            target.put(action.path(), String.valueOf(download.source().sha256()));
        } else {
            assertThat(action).isInstanceOfAny(DeleteLocal.class, DeleteRemote.class);
            target.remove(action.path());
        }
    }

    private static Map<String, String> ordered(Map<String, String> tree) {
        Map<String, String> ordered = new TreeMap<>(PathOrder.INSTANCE);
        ordered.putAll(tree);
        return ordered;
    }
}
