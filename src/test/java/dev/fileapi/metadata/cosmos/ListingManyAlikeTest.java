package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FileOrder.Direction;
import dev.fileapi.files.store.FileOrder.Field;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.cosmos.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands of files of one name and one size: a page reads a page, whatever orders them. */
class ListingManyAlikeTest {

    private static final int COUNT = 5_000;
    private static final int LIMIT = 20;
    private static final Workspace WORKSPACE = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private static final FileFilter ALL = FileFilter.all(false);
    private static final List<FileOrder> ORDER = List.of(
            new FileOrder(Field.SIZE, Direction.DESCENDING),
            new FileOrder(Field.NAME, Direction.ASCENDING),
            new FileOrder(Field.CREATED_AT, Direction.DESCENDING));

    private static EmulatedStore cosmos;

    @BeforeAll
    static void start() {
        cosmos = new EmulatedStore();
        cosmos.loadFiles(IntStream.range(0, COUNT)
                .mapToObj(at -> FileRecordBuilder.file("%04d/index.html".formatted(at * 7919 % COUNT))
                        .in(WORKSPACE)
                        .createdAt(Instant.EPOCH.plusSeconds(at))
                        .size(0)
                        .build()));
    }

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    @Test
    void aPageByCursor() {
        String cursor = cosmos.store
                .listFilesFrom(WORKSPACE, ALL, ORDER, null, COUNT / 2)
                .continuation();
        List<FileRecord> files = new ArrayList<>();

        List<Answered> calls = cosmos.callsOf(() -> files.addAll(
                cosmos.store.listFilesFrom(WORKSPACE, ALL, ORDER, cursor, LIMIT).items()));

        assertThat(files).extracting(FileRecord::createdAt).containsExactlyElementsOf(newest(COUNT / 2));
        assertPaged(calls);
    }

    @Test
    void aPageAtAnOffset() {
        List<FileRecord> files = new ArrayList<>();

        List<Answered> calls = cosmos.callsOf(() -> files.addAll(
                cosmos.store.listFiles(WORKSPACE, ALL, ORDER, 40, LIMIT).files()));

        assertThat(files).extracting(FileRecord::createdAt).containsExactlyElementsOf(newest(40));
        assertPaged(calls);
    }

    private static List<Instant> newest(int skipped) {
        return IntStream.range(skipped, skipped + LIMIT)
                .mapToObj(at -> Instant.EPOCH.plusSeconds(COUNT - 1 - at))
                .toList();
    }

    private static void assertPaged(List<Answered> calls) {
        assertThat(calls)
                .filteredOn(answered -> answered.call().operation().equals("query docs"))
                .hasSizeLessThan(15);
    }
}
