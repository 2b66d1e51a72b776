package dev.fileapi.metadata;

import static dev.fileapi.files.testing.FileFilterBuilder.deleted;
import static dev.fileapi.files.testing.FileFilterBuilder.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One level of folders and files. */
abstract class ListingFoldersContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    ListingFoldersContract(MetadataStore store) {
        super(store);
    }

    @Test
    void onlyFoldersDirectlyBelowThePrefixAreListedInOrder() {
        List.of("a", "b/x", "b/y/z", "b/y/zz/z", "b c/x", "B/x", "b0/x", "😀/x", "\uFF5E/x")
                .forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(folders(live().build())).containsExactly("B/", "b c/", "b/", "b0/", "\uFF5E/", "😀/");
        assertThat(folders(live().prefix("b/").build())).containsExactly("b/y/");
        assertThat(folders(live().prefix("b/y/zz/").build())).isEmpty();
    }

    @Test
    void onlyFoldersOfMatchingFilesAreListed() {
        created(FileRecordBuilder.file("live/x"));
        created(FileRecordBuilder.file("gone/x").deletedAt(NOW));
        created(FileRecordBuilder.file("empty/x").nascent());

        assertThat(folders(live().build())).containsExactly("live/");
        assertThat(folders(deleted().build())).containsExactly("gone/");
        assertThat(folders(live().nameContains("y").build())).isEmpty();
    }

    @Test
    void foldersAndFilesShareThePageInTheOrderOfTheirPaths() {
        List.of("b/x", "b", "b!", "b0", "a/x", "a/y", "c/d/x", "c/e")
                .forEach(path -> created(FileRecordBuilder.file(path)));
        List<String> expected = List.of("a/", "b", "b!", "b/", "b0", "c/");

        for (int limit = 1; limit <= 7; limit++) {
            assertThat(paths(byCursor(live().build(), List.of(), limit))).containsExactlyElementsOf(expected);
            for (int offset = 0; offset <= 7; offset++) {
                LevelPage page = store.listLevel(workspace, live().build(), List.of(), offset, limit);
                assertThat(page.total()).isEqualTo(6);
                assertThat(paths(page.entries()))
                        .containsExactlyElementsOf(
                                expected.stream().skip(offset).limit(limit).toList());
            }
        }
    }

    @Test
    void anyBeginningOfAPathIsAPrefix() {
        List.of("a_b.txt", "a_/x", "a_c/x", "ab", "a", "d/a_/x", "d/a_")
                .forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(paths(byCursor(live().prefix("a_").build(), List.of(), 9)))
                .containsExactly("a_/", "a_b.txt", "a_c/");
        assertThat(paths(byCursor(live().prefix("d").build(), List.of(), 9))).containsExactly("d/");
        assertThat(paths(byCursor(live().prefix("d/a_").build(), List.of(), 9))).containsExactly("d/a_", "d/a_/");
    }

    @Test
    void foldersComeBeforeFilesInAnOrderOfTheirOwn() {
        created(FileRecordBuilder.file("a").createdAt(NOW));
        created(FileRecordBuilder.file("b").createdAt(NOW.plusSeconds(1)));
        created(FileRecordBuilder.file("c").createdAt(NOW.plusSeconds(1)));
        created(FileRecordBuilder.file("d/x").createdAt(NOW));
        created(FileRecordBuilder.file("e/x").createdAt(NOW));
        List<FileOrder> newestFirst =
                List.of(new FileOrder(FileOrder.Field.CREATED_AT, FileOrder.Direction.DESCENDING));
        List<String> expected = List.of("d/", "e/", "b", "c", "a");

        for (int limit = 1; limit <= 6; limit++) {
            assertThat(paths(byCursor(live().build(), newestFirst, limit))).containsExactlyElementsOf(expected);
            for (int offset = 0; offset <= 6; offset++) {
                LevelPage page = store.listLevel(workspace, live().build(), newestFirst, offset, limit);
                assertThat(page.total()).isEqualTo(5);
                assertThat(paths(page.entries()))
                        .containsExactlyElementsOf(
                                expected.stream().skip(offset).limit(limit).toList());
            }
        }
    }

    @Test
    void deletedFilesOfOnePathAreListedOnceEach() {
        List<LevelEntry> alike = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            alike.add(new LevelEntry.File(created(FileRecordBuilder.file("a").deletedAt(NOW))));
            created(FileRecordBuilder.file("a/x").deletedAt(NOW));
        }

        List<LevelEntry> listed = byCursor(deleted().build(), List.of(), 3);

        assertThat(listed.get(10)).isEqualTo(new LevelEntry.Folder("a/"));
        assertThat(listed.subList(0, 10)).containsExactlyInAnyOrderElementsOf(alike);
        assertThat(listed).hasSize(11);
    }

    @Test
    void whatStaysIsListedOnceThoughItsCursorsFolderGoes() {
        FileRecord going = created(FileRecordBuilder.file("b/x"));
        List.of("a/x", "b0", "c/x").forEach(path -> created(FileRecordBuilder.file(path)));
        String cursor = store.listLevelFrom(workspace, live().build(), List.of(), null, 2)
                .continuation();

        written(store.replaceFile(FileRecordBuilder.from(going).deletedAt(NOW).build()));

        assertThat(paths(store.listLevelFrom(workspace, live().build(), List.of(), cursor, 9)
                        .items()))
                .containsExactly("b0", "c/");
    }

    @Test
    void aCursorIsGoodForItsLevelAlone() {
        List.of("a/x", "b/x").forEach(path -> created(FileRecordBuilder.file(path)));
        String cursor = store.listLevelFrom(workspace, live().build(), List.of(), null, 1)
                .continuation();

        assertThatThrownBy(
                        () -> store.listLevelFrom(workspace, live().prefix("a/").build(), List.of(), cursor, 1))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> store.listFilesFrom(workspace, live().build(), List.of(), cursor, 1))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void foldersOfManyFilesAndManyFoldersAreAllListed() {
        List<String> expected = new ArrayList<>();
        for (int folder = 0; folder < 600; folder++) {
            expected.add("p/%04d/".formatted(folder));
            for (int file = 0; file < (folder % 300 == 0 ? 600 : 1); file++) {
                created(FileRecordBuilder.file("p/%04d/%d".formatted(folder, file)));
            }
        }

        assertThat(folders(live().prefix("p/").build())).containsExactlyElementsOf(expected);
    }

    private List<String> folders(FileFilter filter) {
        return byCursor(filter, List.of(), 5000).stream()
                .filter(LevelEntry.Folder.class::isInstance)
                .map(LevelEntry::path)
                .toList();
    }

    private List<LevelEntry> byCursor(FileFilter filter, List<FileOrder> order, int limit) {
        List<LevelEntry> listed = new ArrayList<>();
        String cursor = null;
        do {
            Batch<LevelEntry> batch = store.listLevelFrom(workspace, filter, order, cursor, limit);
            assertThat(batch.items()).hasSizeBetween(cursor == null ? 0 : 1, limit);
            listed.addAll(batch.items());
            cursor = batch.continuation();
        } while (cursor != null);
        return listed;
    }

    private static List<String> paths(List<LevelEntry> entries) {
        return entries.stream().map(LevelEntry::path).toList();
    }
}
