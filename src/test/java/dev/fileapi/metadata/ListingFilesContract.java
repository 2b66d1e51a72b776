package dev.fileapi.metadata;

import static dev.fileapi.files.testing.FileFilterBuilder.deleted;
import static dev.fileapi.files.testing.FileFilterBuilder.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.store.Comparison;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FileOrder.Direction;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is listed: one rule of the list at a time. */
abstract class ListingFilesContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    ListingFilesContract(MetadataStore store) {
        super(store);
    }

    @Test
    void nascentFilesAndThoseBeingPurgedAreNotListed() {
        FileRecord live = created(FileRecordBuilder.file("live"));
        FileRecord deleted = created(FileRecordBuilder.file("deleted").deletedAt(NOW));
        created(FileRecordBuilder.file("nascent").nascent());
        created(FileRecordBuilder.file("nascent and deleted").nascent().deletedAt(NOW));
        created(FileRecordBuilder.file("purged").deletedAt(NOW).state(FileState.PURGING));

        assertThat(list(live())).containsExactly(live);
        assertThat(list(deleted())).containsExactly(deleted);
    }

    @Test
    void aFileIsListedAsItIsNow() {
        FileRecord file = created(FileRecordBuilder.file("a").nascent());
        assertThat(list(live())).isEmpty();

        FileRecord committed = written(
                store.replaceFile(FileRecordBuilder.from(file).modifiedAt(NOW).build()));
        assertThat(list(live())).containsExactly(committed);

        FileRecord deleted = written(store.replaceFile(
                FileRecordBuilder.from(committed).deletedAt(NOW).build()));
        assertThat(list(live())).isEmpty();
        assertThat(list(deleted())).containsExactly(deleted);
    }

    @Test
    void pathsAreOrderedByCodePoint() {
        List<String> ordered = List.of("A", "A/b", "A0", "Z", "a", "a b", "a/b", "a0", "é", "漢", "\uFF5E", "😀", "😁");
        ordered.stream()
                .sorted((a, b) -> Integer.compare(a.hashCode(), b.hashCode()))
                .forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(paths(live())).containsExactlyElementsOf(ordered);
    }

    @Test
    void veryLongPathsAreOrderedToTheirEnds() {
        String beginning = "漢".repeat(1000);
        List<String> ordered = List.of(beginning, beginning + "/a", beginning + "a", beginning + "b");
        List.of(3, 0, 2, 1).forEach(i -> created(FileRecordBuilder.file(ordered.get(i))));

        assertThat(paths(live())).containsExactlyElementsOf(ordered);
        assertThat(paths(live().prefix(beginning + "/"))).containsExactly(beginning + "/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "!", "[x]", "'", "STRASSE", "ÜBER", "😀", "*", "?"})
    void aPartOfANameIsFoundWhateverItsCaseAndHasNoWildcards(String part) {
        created(FileRecordBuilder.file("folder/xx" + part.toLowerCase(Locale.ROOT) + "yy"));
        created(FileRecordBuilder.file("folder/xx" + part + "YY"));
        created(FileRecordBuilder.file(part + "/only in the folder"));
        created(FileRecordBuilder.file("100 a-b x"));

        assertThat(paths(live().nameContains(part)))
                .hasSize(paths(live().nameContains("XX" + part)).size());
        assertThat(paths(live().nameContains(part)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).startsWith("folder/xx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ΟΔΟΣ", "οδος", "οδοσ", "ΟΔΟς.TXT", "δοΣ."})
    void aLetterIsFoundWhateverItsFormAtTheEndOfAWord(String part) {
        List<String> names = List.of("ΟΔΟΣ.txt", "οδοσ.txt", "οδος.txt");
        names.forEach(name -> created(FileRecordBuilder.file(name)));
        created(FileRecordBuilder.file("ΟΔΟΤ.txt"));

        assertThat(paths(live().nameContains(part))).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void lettersAreFoundByTheirOwnOtherCaseAlone() {
        List.of("İzmir", "ısı", "STRAẞE", "ﬁle").forEach(name -> created(FileRecordBuilder.file(name)));

        assertThat(paths(live().nameContains("izmir"))).containsExactly("İzmir");
        assertThat(paths(live().nameContains("ISI"))).containsExactly("ısı");
        assertThat(paths(live().nameContains("straße"))).containsExactly("STRAẞE");
        assertThat(paths(live().nameContains("strasse"))).isEmpty();
        assertThat(paths(live().nameContains("file"))).isEmpty();
    }

    @Test
    void aNamePartThatNoPathCanHaveFindsNothing() {
        created(FileRecordBuilder.file("a"));

        assertThat(paths(live().nameContains("\0"))).isEmpty();
        assertThat(paths(live().nameContains(""))).containsExactly("a");
    }

    @Test
    void aPrefixIsTakenAsItIs() {
        List.of("a_/x", "a_/y/z", "ab/x", "a", "a%", "A_/x").forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(paths(live().prefix("a_/"))).containsExactly("a_/x", "a_/y/z");
        assertThat(paths(live().prefix("a_"))).containsExactly("a_/x", "a_/y/z");
        assertThat(paths(live().prefix("a_/y/z"))).containsExactly("a_/y/z");
        assertThat(paths(live().prefix("a_/").onlyDirectChildren())).containsExactly("a_/x");
        assertThat(paths(live().prefix("a"))).containsExactly("a", "a%", "a_/x", "a_/y/z", "ab/x");
        assertThat(paths(live().prefix("a").onlyDirectChildren())).containsExactly("a", "a%");
        assertThat(paths(live().onlyDirectChildren())).containsExactly("a", "a%");
    }

    @Test
    void boundsBetweenTwoMicrosecondsAreNotRounded() {
        created(FileRecordBuilder.file("a").createdAt(NOW));
        Instant after = NOW.plusNanos(1);

        assertThat(paths(createdAt(Comparison.LESS, after))).hasSize(1);
        assertThat(paths(createdAt(Comparison.LESS_OR_EQUAL, after))).hasSize(1);
        assertThat(paths(createdAt(Comparison.EQUAL, after))).isEmpty();
        assertThat(paths(createdAt(Comparison.GREATER_OR_EQUAL, after))).isEmpty();
        assertThat(paths(createdAt(Comparison.GREATER, after))).isEmpty();
    }

    @Test
    void boundsBeyondAllCalendarsAreBounds() {
        created(FileRecordBuilder.file("a"));

        assertThat(paths(createdAt(Comparison.LESS, Instant.MAX))).hasSize(1);
        assertThat(paths(createdAt(Comparison.GREATER, Instant.MIN))).hasSize(1);
        assertThat(paths(createdAt(Comparison.GREATER, Instant.MAX))).isEmpty();
    }

    @Test
    void namesAreOrderedByCodePointWhateverTheirCaseAndFolder() {
        List<String> ordered =
                List.of("A/a", "b/A", "z/a b", "C/B", "c/b", "A/É", "a/é", "b/漢", "A/\uFF5E", "a/😀", "A/😁");
        ordered.stream()
                .sorted((a, b) -> Integer.compare(a.hashCode(), b.hashCode()))
                .forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(paths(live(), by(FileOrder.Field.NAME, Direction.ASCENDING))).isEqualTo(ordered);
    }

    @Test
    void namesInDescendingOrderStillHaveTheirTiesByPath() {
        List.of("c/x", "a/X", "b/x", "a/y").forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(paths(live(), by(FileOrder.Field.NAME, Direction.DESCENDING)))
                .containsExactly("a/y", "a/X", "b/x", "c/x");
    }

    @Test
    void veryLongNamesAreOrderedToTheirEnds() {
        String beginning = "漢".repeat(1000);
        List<String> ordered = List.of("9/" + beginning, "8/" + beginning + "A", "7/" + beginning + "b");
        List.of(2, 0, 1).forEach(i -> created(FileRecordBuilder.file(ordered.get(i))));

        assertThat(paths(live(), by(FileOrder.Field.NAME, Direction.ASCENDING))).isEqualTo(ordered);
    }

    @Test
    void sizesAreThoseOfTheLatestVersions() {
        FileRecord grown = created(FileRecordBuilder.file("grown").size(1));
        created(FileRecordBuilder.file("empty").size(0));
        created(FileRecordBuilder.file("huge").size(200_000_000_000_000L));
        written(store.replaceFile(FileRecordBuilder.from(grown).size(12).build()));

        assertThat(paths(live(), by(FileOrder.Field.SIZE, Direction.DESCENDING)))
                .containsExactly("huge", "grown", "empty");
        assertThat(paths(size(Comparison.EQUAL, 12))).containsExactly("grown");
        assertThat(paths(size(Comparison.EQUAL, 1))).isEmpty();
        assertThat(paths(size(Comparison.LESS, 12))).containsExactly("empty");
        assertThat(paths(size(Comparison.LESS_OR_EQUAL, 12))).containsExactly("empty", "grown");
        assertThat(paths(size(Comparison.GREATER_OR_EQUAL, 12))).containsExactly("grown", "huge");
        assertThat(paths(size(Comparison.GREATER, 12).size(new SizeBound(Comparison.LESS, 300_000_000_000_000L))))
                .containsExactly("huge");
    }

    @Test
    void boundsBeyondAllSizesAreBounds() {
        created(FileRecordBuilder.file("a"));

        assertThat(paths(size(Comparison.LESS, Long.MAX_VALUE))).hasSize(1);
        assertThat(paths(size(Comparison.GREATER, Long.MAX_VALUE - 1))).isEmpty();
    }

    @Test
    void anOffsetBeyondTheEndGivesNoFilesAndTheTotal() {
        created(FileRecordBuilder.file("a"));
        created(FileRecordBuilder.file("b"));

        assertThat(store.listFiles(workspace, live().build(), List.of(), 2, 1)).isEqualTo(new FilePage(List.of(), 2));
        assertThat(store.listFiles(workspace, live().build(), List.of(), Long.MAX_VALUE, 5000)
                        .total())
                .isEqualTo(2);
    }

    private static FileFilterBuilder createdAt(Comparison comparison, Instant time) {
        return live().createdAt(new TimeBound(comparison, time));
    }

    private static FileFilterBuilder size(Comparison comparison, long bytes) {
        return live().size(new SizeBound(comparison, bytes));
    }

    private static List<FileOrder> by(FileOrder.Field field, Direction direction) {
        return List.of(new FileOrder(field, direction));
    }

    private List<FileRecord> list(FileFilterBuilder filter) {
        FilePage page = store.listFiles(workspace, filter.build(), List.of(), 0, 100);
        assertThat(page.total()).isEqualTo(page.files().size());
        return page.files();
    }

    private List<String> paths(FileFilterBuilder filter, List<FileOrder> order) {
        return store.listFiles(workspace, filter.build(), order, 0, 100).files().stream()
                .map(file -> file.path().value())
                .toList();
    }

    private List<String> paths(FileFilterBuilder filter) {
        return list(filter).stream().map(file -> file.path().value()).toList();
    }
}
