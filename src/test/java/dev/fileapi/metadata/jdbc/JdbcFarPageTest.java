package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that is looked for by an index is the one at that offset, also where files share what the index tells. */
class JdbcFarPageTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final int LIMIT = 3;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    static Stream<String> databases() {
        return Stream.of(PostgreSql.shared().newDatabase(), H2.inMemory());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isTheOneAtTheOffsetInEveryOrder(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            fill(context);
            for (boolean deleted : new boolean[] {false, true}) {
                for (FileOrder.Field field : FileOrder.Field.values()) {
                    for (FileOrder.Direction direction : FileOrder.Direction.values()) {
                        isTheOneAtTheOffset(context, all(deleted), List.of(new FileOrder(field, direction)));
                    }
                }
                isTheOneAtTheOffset(context, all(deleted), List.of());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isTheOneAtTheOffsetAmongTheFilesOfAFilter(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            fill(context);
            List<FileOrder> bySize = List.of(new FileOrder(FileOrder.Field.SIZE, FileOrder.Direction.DESCENDING));

            isTheOneAtTheOffset(
                    context, FileFilterBuilder.live().prefix("folder 1/").build(), List.of());
            isTheOneAtTheOffset(
                    context, FileFilterBuilder.live().nameContains("E").build(), bySize);
            isTheOneAtTheOffset(
                    context,
                    FileFilterBuilder.live()
                            .prefix("folder 1/")
                            .onlyDirectChildren()
                            .build(),
                    List.of());
        }
    }

    /** Paths that differ only beyond what the index has of them, deleted files of one path, and few sizes, times and names. */
    private void fill(JdbcStoreContext context) {
        String start = "folder 1/" + "漢".repeat(700);
        for (int i = 0; i < 12; i++) {
            create(context, i, FileRecordBuilder.file(start + "file " + i));
            create(context, i, FileRecordBuilder.file("folder " + i % 3 + "/" + i + "/same name"));
            create(context, i, FileRecordBuilder.file("folder 1/file " + i));
            create(context, i, FileRecordBuilder.file("deleted " + i % 2).deletedAt(NOW.plusSeconds(i % 3)));
        }
    }

    private void create(JdbcStoreContext context, int number, FileRecordBuilder file) {
        context.store()
                .createFile(file.in(workspace)
                        .createdAt(NOW.plusSeconds(number % 4))
                        .modifiedAt(NOW.minusSeconds(number % 5))
                        .size(number % 6)
                        .build());
    }

    private void isTheOneAtTheOffset(JdbcStoreContext context, FileFilter filter, List<FileOrder> order) {
        JdbcFileLists lists = context.lists();
        JdbcListing listing = new JdbcListing(workspace, filter, order);
        List<FileRecord> files = new ArrayList<>(lists.after(listing, null, 100));
        assertThat(files).hasSizeGreaterThan(LIMIT);
        for (boolean backwards : new boolean[] {false, true}) {
            JdbcFarPage page = new JdbcFarPage(listing, backwards);
            for (int offset = 1; offset <= files.size() + 1; offset++) {
                assertThat(lists.files(listing, page.select(offset, LIMIT)))
                        .as("%s, %s, offset %d", filter, order, offset)
                        .isEqualTo(files.stream().skip(offset).limit(LIMIT).toList());
            }
            Collections.reverse(files);
        }
    }

    private static FileFilter all(boolean deleted) {
        return FileFilter.all(deleted);
    }
}
