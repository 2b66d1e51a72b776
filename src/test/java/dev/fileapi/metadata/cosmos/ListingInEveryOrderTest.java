package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FileOrder.Direction;
import dev.fileapi.files.store.FileOrder.Field;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.cosmos.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of which many share their times, names and sizes: every order, by offset and by cursor, is that of a sorted list. */
class ListingInEveryOrderTest {

    private static final int COUNT = 120;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final Workspace WORKSPACE = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private static final List<FileRecord> DELETED = new ArrayList<>();

    private static EmulatedStore cosmos;

    @BeforeAll
    static void start() {
        cosmos = new EmulatedStore();
        Random random = new Random(1);
        for (int at = 0; at < COUNT; at++) {
            DELETED.add(FileRecordBuilder.file("folder%d/%d".formatted(random.nextInt(5), random.nextInt(20)))
                    .in(WORKSPACE)
                    .createdAt(BEGINNING.plusSeconds(random.nextInt(4)))
                    .modifiedAt(BEGINNING.plusSeconds(random.nextInt(4)))
                    .size(random.nextInt(4))
                    .deletedAt(BEGINNING.plusSeconds(random.nextInt(4)))
                    .build());
        }
        cosmos.loadFiles(DELETED.stream());
    }

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    static Stream<List<FileOrder>> orders() {
        List<FileOrder> single = Stream.of(Field.values())
                .flatMap(field -> Stream.of(Direction.values()).map(direction -> new FileOrder(field, direction)))
                .toList();
        return Stream.of(
                        Stream.of(List.<FileOrder>of()),
                        single.stream().map(List::of),
                        single.stream().flatMap(first -> single.stream().map(second -> List.of(first, second))),
                        Stream.of(List.of(single.get(0), single.get(3), single.get(4))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pagesByOffset(List<FileOrder> order) {
        List<String> expected = expected(order);
        for (int offset : new int[] {0, 37, 113}) {
            FilePage page = cosmos.store.listFiles(WORKSPACE, filter(""), order, offset, 9);

            assertThat(ids(page.files())).isEqualTo(expected.subList(offset, Math.min(COUNT, offset + 9)));
            assertThat(page.total()).isEqualTo(COUNT);
        }
        assertThat(cosmos.store.listFiles(WORKSPACE, filter(""), order, COUNT, 9))
                .isEqualTo(new FilePage(List.of(), COUNT));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pagesByCursor(List<FileOrder> order) {
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Batch<FileRecord> batch = cosmos.store.listFilesFrom(WORKSPACE, filter(""), order, cursor, 25);
            listed.addAll(ids(batch.items()));
            cursor = batch.continuation();
        } while (cursor != null);

        assertThat(listed).isEqualTo(expected(order));
    }

    @Test
    void aLongPageIsOneRoundTrip() {
        List<Answered> calls =
                cosmos.callsOf(() -> cosmos.store.listFiles(WORKSPACE, filter(""), List.of(), 0, COUNT + 1));

        assertThat(calls).extracting(answered -> answered.call().operation()).containsOnlyOnce("query docs");
    }

    @Test
    void aPrefixPicksAFolderAndFoldersAreListedOnce() {
        assertThat(cosmos.store
                        .listFiles(WORKSPACE, filter("folder3/"), List.of(), 0, COUNT)
                        .files())
                .hasSize((int) DELETED.stream()
                        .filter(file -> file.path().value().startsWith("folder3/"))
                        .count())
                .allMatch(file -> file.path().value().startsWith("folder3/"));
        assertThat(cosmos.store
                        .listLevel(WORKSPACE, filter(""), List.of(), 0, COUNT)
                        .entries())
                .extracting(LevelEntry::path)
                .containsExactly("folder0/", "folder1/", "folder2/", "folder3/", "folder4/");
    }

    @Test
    void aCursorIsGoodForItsListingAlone() {
        String cursor = cosmos.store
                .listFilesFrom(WORKSPACE, filter(""), List.of(), null, 1)
                .continuation();

        assertThatThrownBy(() -> cosmos.store.listFilesFrom(WORKSPACE, filter("folder"), List.of(), cursor, 1))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> cosmos.store.listFilesFrom(WORKSPACE, filter(""), List.of(), "nonsense", 1))
                .isInstanceOf(InvalidCursorException.class);
    }

    private static List<String> expected(List<FileOrder> order) {
        Comparator<FileRecord> comparator = Comparator.<FileRecord, String>comparing(
                        file -> file.path().value())
                .thenComparing(file -> file.id().toString());
        for (int at = order.size() - 1; at >= 0; at--) {
            FileOrder criterion = order.get(at);
            Comparator<FileRecord> byValue = comparator(criterion.field());
            comparator = (criterion.direction() == Direction.ASCENDING ? byValue : byValue.reversed())
                    .thenComparing(comparator);
        }
        return ids(DELETED.stream().sorted(comparator).toList());
    }

    private static Comparator<FileRecord> comparator(Field field) {
        return switch (field) {
            case CREATED_AT -> Comparator.comparing(FileRecord::createdAt);
            case MODIFIED_AT -> Comparator.comparing(file -> latest(file).createdAt());
            case DELETED_AT ->
                Comparator.comparing(
                        file -> Objects.requireNonNull(file.deletion()).at());
            case NAME -> Comparator.comparing(file -> file.path().name());
            case SIZE -> Comparator.comparing(file -> latest(file).blob().size());
        };
    }

    private static CommittedVersion latest(FileRecord file) {
        return Objects.requireNonNull(file.latest());
    }

    private static FileFilter filter(String prefix) {
        return FileFilterBuilder.deleted().prefix(prefix).build();
    }

    private static List<String> ids(List<FileRecord> files) {
        return files.stream().map(file -> file.id().toString()).toList();
    }
}
