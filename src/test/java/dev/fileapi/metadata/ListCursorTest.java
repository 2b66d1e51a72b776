package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Comparison;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FileOrder.Direction;
import dev.fileapi.files.store.FileOrder.Field;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Places in a listing, as clients keep them. */
class ListCursorTest {

    private static final UUID ID = UUID.fromString("5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11");
    private static final Workspace WORKSPACE = new Workspace(
            UUID.fromString("0a000000-0000-4000-8000-000000000001"),
            UUID.fromString("0b000000-0000-4000-8000-000000000001"));
    private static final List<FileOrder> BY_NAME_AND_SIZE =
            List.of(new FileOrder(Field.NAME, Direction.DESCENDING), new FileOrder(Field.SIZE, Direction.ASCENDING));

    @Test
    void aCursorOfAnEarlierReleaseIsTaken() {
        FileFilter filter = FileFilterBuilder.deleted()
                .author(new User(ID, null, null))
                .nameContains("A")
                .createdAt(new TimeBound(Comparison.LESS, Instant.parse("2026-01-01T00:00:00Z")))
                .deletedBy(new User(ID, null, null))
                .prefix("b/")
                .onlyDirectChildren()
                .build();
        List<FileOrder> order = List.of(
                new FileOrder(Field.CREATED_AT, Direction.DESCENDING),
                new FileOrder(Field.DELETED_AT, Direction.ASCENDING));
        ListCursor place = new ListCursor(List.of(OrderValue.number(1), OrderValue.number(-2)), ID, "b/é");
        String cursor = "MFK0S_Al5NsAAAAAAAAAAf_________-Wzy7b30LTw6aBg0sDi-NEWIvw6k";

        assertThat(ListCursor.parse(cursor, ListingName.of(WORKSPACE, filter, order), order))
                .isEqualTo(place);
        assertThat(place.text(ListingName.of(WORKSPACE, filter, order))).isEqualTo(cursor);
    }

    @Test
    void aFilterBySizeMakesAnotherListing() {
        FileFilter all = FileFilter.all(false);
        FileFilter large = FileFilterBuilder.live()
                .size(new SizeBound(Comparison.GREATER, 5))
                .build();

        assertThat(ListingName.of(WORKSPACE, large, List.of())).isNotEqualTo(ListingName.of(WORKSPACE, all, List.of()));
    }

    @Test
    void aNameThatThePathTellsIsNotRepeated() {
        FileRecord file = FileRecordBuilder.file("folder/İ" + "x".repeat(200))
                .size(5_000_000_000_000L)
                .build();
        ListCursor place = ListCursor.at(file, BY_NAME_AND_SIZE);

        String cursor = place.text("all");

        assertThat(place.values())
                .containsExactly(OrderValue.name("i" + "x".repeat(200)), OrderValue.number(5_000_000_000_000L));
        assertThat(cursor).hasSizeLessThan(350);
        assertThat(ListCursor.parse(cursor, "all", BY_NAME_AND_SIZE)).isEqualTo(place);
    }

    @Test
    void aNameThatWasFoldedInAnotherWayIsKept() {
        ListCursor place =
                new ListCursor(List.of(OrderValue.name("οδος"), OrderValue.number(3)), UUID.randomUUID(), "a/ΟΔΟΣ");

        assertThat(ListCursor.parse(place.text("all"), "all", BY_NAME_AND_SIZE)).isEqualTo(place);
    }

    @Test
    void aFoldersPlaceHasNoValues() {
        ListCursor place = ListCursor.at("a/b/", BY_NAME_AND_SIZE);

        ListCursor parsed = ListCursor.parse(place.text("all"), "all", BY_NAME_AND_SIZE);

        assertThat(parsed).isEqualTo(place);
        assertThat(parsed.isFolder()).isTrue();
    }

    @Test
    void aForgedLengthOfANameIsRefused() {
        String byTime = new ListCursor(
                        List.of(OrderValue.number(Long.MAX_VALUE), OrderValue.number(-1)), UUID.randomUUID(), "a")
                .text("all");

        assertThatThrownBy(() -> ListCursor.parse(byTime, "all", BY_NAME_AND_SIZE))
                .isInstanceOf(InvalidCursorException.class);
    }
}
