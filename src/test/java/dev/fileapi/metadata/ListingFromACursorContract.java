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
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that stay right while files come and go. */
abstract class ListingFromACursorContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final FileFilter ALL = live().build();
    private static final List<FileOrder> NEWEST_FIRST =
            List.of(new FileOrder(FileOrder.Field.CREATED_AT, FileOrder.Direction.DESCENDING));

    ListingFromACursorContract(MetadataStore store) {
        super(store);
    }

    @Test
    void filesThatStayAreListedOnceThoughOthersComeAndGo() {
        List<FileRecord> staying = new ArrayList<>();
        List<FileRecord> going = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            FileRecord file = created(file(i));
            (i % 3 == 0 ? going : staying).add(file);
        }

        List<FileRecord> listed = new ArrayList<>();
        String cursor = null;
        int coming = 1000;
        do {
            Batch<FileRecord> batch = store.listFilesFrom(workspace, ALL, NEWEST_FIRST, cursor, 20);
            listed.addAll(batch.items());
            // Among those that go is the very file the cursor stands at.
            batch.items().stream().filter(going::contains).forEach(this::delete);
            created(file(coming++));
            cursor = batch.continuation();
        } while (cursor != null);

        assertThat(listed).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void filesThatAreAlikeInEverythingButTheirIdsAreListedOnce() {
        List<FileRecord> alike = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            alike.add(created(FileRecordBuilder.file("a").createdAt(NOW).deletedAt(NOW)));
        }

        List<FileRecord> listed = new ArrayList<>();
        String cursor = null;
        do {
            Batch<FileRecord> batch = store.listFilesFrom(workspace, deleted().build(), NEWEST_FIRST, cursor, 7);
            listed.addAll(batch.items());
            cursor = batch.continuation();
        } while (cursor != null);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(alike);
    }

    @Test
    void aLastPageHasNoContinuation() {
        created(file(1));
        created(file(2));

        for (int limit : List.of(2, 3)) {
            Batch<FileRecord> batch = store.listFilesFrom(workspace, ALL, NEWEST_FIRST, null, limit);
            assertThat(batch.items()).hasSize(2);
            assertThat(batch.continuation()).as("limit %d", limit).isNull();
        }
        String cursor = store.listFilesFrom(workspace, ALL, List.of(), null, 1).continuation();
        assertThat(store.listFilesFrom(workspace, ALL, List.of(), cursor, 1).continuation())
                .isNull();
    }

    @Test
    void aCursorFitsIntoAUrl() {
        created(FileRecordBuilder.file("ü?&/ 😀".repeat(10)));
        created(FileRecordBuilder.file("z"));

        String cursor =
                store.listFilesFrom(workspace, ALL, NEWEST_FIRST, null, 1).continuation();

        assertThat(cursor).matches("[A-Za-z0-9._~-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AAAA", "not base64!", "'", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> store.listFilesFrom(workspace, ALL, List.of(), cursor, 1))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        created(file(1));
        created(file(2));
        String cursor =
                store.listFilesFrom(workspace, ALL, NEWEST_FIRST, null, 1).continuation();

        assertThatThrownBy(() -> store.listFilesFrom(workspace, ALL, List.of(), cursor, 1))
                .isInstanceOf(InvalidCursorException.class);
    }

    private void delete(FileRecord file) {
        written(store.replaceFile(FileRecordBuilder.from(file).deletedAt(NOW).build()));
    }

    private static FileRecordBuilder file(int number) {
        return FileRecordBuilder.file("file " + number).createdAt(NOW.plusSeconds(number / 7));
    }
}
