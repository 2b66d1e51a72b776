package dev.fileapi.files.modelbased;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Makes up sequences of operations, those more often that make the others interesting. */
final class Attempts {

    private static final int LIVES_PER_CRASH = 3;

    /** Most use cases take fewer remote steps. */
    private static final int STEPS = 8;

    private Attempts() {}

    static Arbitrary<List<Attempt>> sequences() {
        return Arbitraries.frequencyOf(Tuple.of(4, single()), Tuple.of(1, wholeUpload()))
                .list()
                .ofMaxSize(30)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<List<Attempt>> single() {
        return attempts(operations()).map(List::of);
    }

    /** As most uploads are: issued, sent and noticed, one after the other. */
    private static Arbitrary<List<Attempt>> wholeUpload() {
        Arbitrary<Integer> newest = Arbitraries.just(0);
        return Combinators.combine(
                        issues().map(issue -> new Attempt(issue, 0)),
                        sends(newest).map(sent -> new Attempt(sent, 0)),
                        attempts(newest.map(pick -> new DeliverEventsStep(pick, false))))
                .as(List::of);
    }

    private static Arbitrary<Attempt> attempts(Arbitrary<? extends Operation> operations) {
        return Combinators.combine(operations, crashes()).as(Attempt::new);
    }

    private static Arbitrary<Integer> crashes() {
        return Arbitraries.frequencyOf(
                Tuple.of(LIVES_PER_CRASH, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, STEPS)));
    }

    private static Arbitrary<Operation> operations() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, issues()),
                Tuple.of(7, sends(picks())),
                Tuple.of(3, Combinators.combine(picks(), flags()).as(DeliverEventsStep::new)),
                Tuple.of(3, reads()),
                Tuple.of(2, Combinators.combine(flags(), picks()).as(RelinkUploadStep::new)),
                Tuple.of(1, flags().map(ListFilesStep::new)),
                Tuple.of(
                        1,
                        Combinators.combine(callers(), places(), conditions()).as(DeleteFileStep::new)),
                Tuple.of(
                        1, Combinators.combine(callers(), picks(), conditions()).as(RestoreFileStep::new)),
                Tuple.of(
                        2,
                        Combinators.combine(callers(), places(), targets(), conditions())
                                .as(MoveFileStep::new)),
                Tuple.of(1, picks().map(CancelUploadStep::new)),
                Tuple.of(2, Combinators.combine(picks(), conditions(), tags()).as(ChangeTagsStep::new)),
                Tuple.of(
                        3,
                        Combinators.combine(callers(), picks(), picks(), conditions())
                                .as(PromoteVersionStep::new)),
                Tuple.of(1, picks().map(ShowUploadStep::new)),
                Tuple.of(1, picks().map(ListUploadsStep::new)),
                Tuple.of(2, Arbitraries.create(SweepStep::new)),
                Tuple.of(1, Arbitraries.create(VerifyStep::new)),
                Tuple.of(2, times().map(PassTimeStep::new)));
    }

    private static Arbitrary<IssueUploadStep> issues() {
        Arbitrary<String> keys = Arbitraries.of("key", "another key").injectNull(0.7);
        Arbitrary<String> told = contents().injectNull(0.5);
        return Combinators.combine(callers(), places(), conditions(), keys, told, tags().injectNull(0.6))
                .as((caller, place, condition, key, bytes, tags) -> new IssueUploadStep(
                        caller, place, condition, key, key == null ? bytes : null, key == null ? tags : null));
    }

    /** Few, so that they are often those that were there before. */
    private static Arbitrary<Map<String, String>> tags() {
        return Arbitraries.of(Map.of(), Map.of("site", "north"), Map.of("site", "south"));
    }

    /** Small ones and large ones, few of each, so that what is told is often what is sent. */
    private static Arbitrary<String> contents() {
        return Combinators.combine(Arbitraries.integers().between(1, 2), flags())
                .as((number, large) -> "bytes %d".formatted(number) + (large ? " and more".repeat(10) : ""));
    }

    private static Arbitrary<Condition> conditions() {
        return Arbitraries.frequency(
                Tuple.of(4, Condition.NONE),
                Tuple.of(2, Condition.NO_SUCH_FILE),
                Tuple.of(1, Condition.FILE_EXISTS),
                Tuple.of(3, Condition.OVER_LATEST),
                Tuple.of(1, Condition.OVER_ANOTHER));
    }

    private static Arbitrary<SendBytesStep> sends(Arbitrary<Integer> picks) {
        Arbitrary<SendBytesStep.Way> ways = Arbitraries.frequency(
                Tuple.of(5, SendBytesStep.Way.AS_BLOB),
                Tuple.of(3, SendBytesStep.Way.AS_BLOCKS),
                Tuple.of(1, SendBytesStep.Way.AS_BLOCK_FOR_LATER),
                Tuple.of(1, SendBytesStep.Way.BY_FORCE),
                Tuple.of(1, SendBytesStep.Way.AS_APPEND_BLOB));
        return Combinators.combine(picks, ways, contents()).as(SendBytesStep::new);
    }

    private static Arbitrary<ReadFileStep> reads() {
        return Combinators.combine(places(), picks().injectNull(0.6), flags(), flags())
                .as(ReadFileStep::new);
    }

    private static Arbitrary<Duration> times() {
        return Arbitraries.of(
                Duration.ofMinutes(6),
                Duration.ofMinutes(20),
                Duration.ofMinutes(40),
                Duration.ofHours(5),
                Duration.ofDays(1),
                Duration.ofDays(8),
                Duration.ofDays(31));
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(flags(), Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2)))
                .as(Place::new);
    }

    private static Arbitrary<Integer> targets() {
        return Arbitraries.integers().between(0, RealFiles.PATHS.size() - 1);
    }

    private static Arbitrary<Integer> picks() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(3, 1), Tuple.of(2, 2), Tuple.of(1, 3), Tuple.of(1, 5));
    }

    private static Arbitrary<Integer> callers() {
        return Arbitraries.integers().between(0, RealFiles.CALLERS.size() - 1);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }
}
