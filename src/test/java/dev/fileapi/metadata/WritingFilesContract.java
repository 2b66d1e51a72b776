package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every write of a file, and how it fails. */
abstract class WritingFilesContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    WritingFilesContract(MetadataStore store) {
        super(store);
    }

    @Test
    void manyFilesAreFoundByTheirIds() {
        List<FileRecord> created = IntStream.range(0, 600)
                .mapToObj(i -> ((FileWrite.Written) store.createFile(FileRecordBuilder.file("many/" + i)
                                .in(workspace)
                                .build()))
                        .file())
                .toList();
        Set<FileId> ids = created.stream().map(FileRecord::id).collect(Collectors.toSet());
        ids.add(FileId.random());

        assertThat(store.findFiles(workspace, ids)).containsExactlyInAnyOrderElementsOf(created);
        assertThat(store.findFiles(workspace, Set.of(created.get(0).id()))).containsExactly(created.get(0));
        assertThat(store.findFiles(workspace, Set.of())).isEmpty();
        assertThat(store.findFiles(new Workspace(workspace.organisationId(), UUID.randomUUID()), ids))
                .isEmpty();
    }

    @Test
    void aNewFileIsFoundByIdAndBySlotAsItWasHandedBack() {
        FileRecord file = created(FileRecordBuilder.file("a/b ü 😀.txt")
                .createdAt(NOW)
                .modifiedAt(NOW.plusSeconds(1), new User(UUID.randomUUID(), null, null))
                .nextCheckAt(NOW.plusSeconds(2)));

        assertThat(store.findFile(workspace, file.id())).contains(file);
        assertThat(store.findFile(workspace, Slot.of(file.path()))).contains(file);
        assertThat(file.revision()).isNotEqualTo(Revision.NONE);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        Instant precise = Instant.parse("2026-03-04T05:06:07.123456789Z");
        FileRecord file = created(FileRecordBuilder.file("a").createdAt(precise));

        assertThat(file.createdAt()).isEqualTo(NOW);
        assertThat(store.findFile(workspace, file.id())).contains(file);
    }

    @Test
    void aSecondFileOfASlotIsRefused() {
        FileRecord first = created(FileRecordBuilder.file("a"));

        FileWrite second =
                store.createFile(FileRecordBuilder.file("a").in(workspace).build());

        assertThat(second).isEqualTo(new FileWrite.SlotTaken());
        assertThat(store.findFile(workspace, Slot.of(first.path()))).contains(first);
    }

    @Test
    void aReplacedFileHasANewRevision() {
        FileRecord file = created(FileRecordBuilder.file("a").nascent());

        FileRecord replaced = written(
                store.replaceFile(FileRecordBuilder.from(file).modifiedAt(NOW).build()));

        assertThat(replaced.revision()).isNotEqualTo(file.revision());
        assertThat(store.findFile(workspace, file.id())).contains(replaced);
    }

    @Test
    void aFileThatWasChangedSinceItWasReadIsNotReplaced() {
        FileRecord read = created(FileRecordBuilder.file("a"));
        FileRecord changed = written(store.replaceFile(read));

        assertThat(store.replaceFile(read)).isEqualTo(new FileWrite.Outdated());
        assertThat(store.removeFile(read)).isFalse();
        assertThat(store.findFile(workspace, read.id())).contains(changed);
    }

    @Test
    void aDeletedFileFreesItsPathAndIsNotRestoredOverAnother() {
        FileRecord file = created(FileRecordBuilder.file("a"));
        FileRecord deleted = written(
                store.replaceFile(FileRecordBuilder.from(file).deletedAt(NOW).build()));
        created(FileRecordBuilder.file("a"));

        FileWrite restored =
                store.replaceFile(FileRecordBuilder.from(deleted).restored().build());

        assertThat(restored).isEqualTo(new FileWrite.SlotTaken());
        assertThat(store.findFile(workspace, file.id())).contains(deleted);
        assertThat(store.findFile(workspace, deleted.slot())).contains(deleted);
    }

    @Test
    void aMovedFileIsAtItsNewPathAlone() {
        FileRecord file = created(FileRecordBuilder.file("folder/Old.txt"));
        FileRecord other = created(FileRecordBuilder.file("folder/stays.txt"));

        FileRecord moved = written(store.replaceFile(file.movedTo(new FilePath("NEW.txt"), NOW)));

        assertThat(store.findFile(workspace, file.id())).contains(moved);
        assertThat(store.findFile(workspace, Slot.of(moved.path()))).contains(moved);
        assertThat(store.findFile(workspace, Slot.of(file.path()))).isEmpty();
        assertThat(listed(FileFilterBuilder.live())).containsExactly(moved, other);
        assertThat(listed(FileFilterBuilder.live().prefix("folder/"))).containsExactly(other);
        assertThat(listed(FileFilterBuilder.live().nameContains("new"))).containsExactly(moved);
        assertThat(listed(FileFilterBuilder.live().nameContains("old"))).isEmpty();
        assertThat(store.listLevel(workspace, FileFilter.all(false).atOneLevel(), List.of(), 0, 10)
                        .entries())
                .containsExactly(new LevelEntry.File(moved), new LevelEntry.Folder("folder/"));
        assertThat(created(FileRecordBuilder.file("folder/Old.txt")).path()).isEqualTo(file.path());
    }

    @Test
    void aFileIsNotMovedOverAnother() {
        FileRecord file = created(FileRecordBuilder.file("a"));
        FileRecord other = created(FileRecordBuilder.file("b").nascent());

        assertThat(store.replaceFile(file.movedTo(other.path(), NOW))).isEqualTo(new FileWrite.SlotTaken());

        assertThat(store.findFile(workspace, file.id())).contains(file);
        assertThat(store.findFile(workspace, Slot.of(other.path()))).contains(other);
    }

    private List<FileRecord> listed(FileFilterBuilder filter) {
        FilePage page = store.listFiles(workspace, filter.build(), List.of(), 0, 10);
        assertThat(page.total()).isEqualTo(page.files().size());
        return page.files();
    }

    @Test
    void aRemovedFileIsGoneAndStaysSo() {
        FileRecord file = created(FileRecordBuilder.file("a"));

        assertThat(store.removeFile(file)).isTrue();
        assertThat(store.removeFile(file)).isFalse();
        assertThat(store.replaceFile(file)).isEqualTo(new FileWrite.Outdated());
        assertThat(store.findFile(workspace, file.id())).isEmpty();
    }

    @Test
    void aRecordMadeAgainIsNotTakenForTheOneBefore() {
        FileRecord before = created(FileRecordBuilder.file("a"));
        store.removeFile(before);
        FileRecord again = written(store.createFile(before));

        assertThat(store.removeFile(before)).isFalse();
        assertThat(store.findFile(workspace, before.id())).contains(again);
    }

    @Test
    void anUnsavedRecordReplacesAndRemovesNothing() {
        FileRecord file = created(FileRecordBuilder.file("a"));
        FileRecord unsaved =
                FileRecordBuilder.from(file).revision(Revision.NONE).build();

        assertThat(store.replaceFile(unsaved)).isEqualTo(new FileWrite.Outdated());
        assertThat(store.removeFile(unsaved)).isFalse();
    }

    @Test
    void theLongestPathIsKept() {
        String path = "\uD83D\uDE00\u6F22".repeat(512);
        FileRecord file = created(FileRecordBuilder.file(path));

        assertThat(store.findFile(workspace, file.id())).contains(file);
    }

    @Test
    void aFileBeingPurgedIsFoundById() {
        FileRecord file = created(FileRecordBuilder.file("a").deletedAt(NOW).state(FileState.PURGING));

        assertThat(store.findFile(workspace, file.id())).contains(file);
    }
}
