package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.NewFile;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.Racing;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A new file that is stored with its first version. */
abstract class CreatingFilesWithVersionsContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final User UNNAMED = new User(UUID.randomUUID(), null, null);
    private static final int RACERS = 8;

    CreatingFilesWithVersionsContract(MetadataStore store) {
        super(store);
    }

    @Test
    void bothAreFoundAsTheyWereHandedBack() {
        FileRecordBuilder file =
                FileRecordBuilder.file("a/b ü \uD83D\uDE00.txt").createdAt(NOW).nextCheckAt(NOW.plusSeconds(1));

        FileCreation.Created created =
                created(file, VersionRecordBuilder.version(1).createdAt(NOW));

        assertFound(created);
        assertThat(created.file().isNascent()).isTrue();
        assertThat(created.file().revision()).isNotEqualTo(Revision.NONE);
        assertThat(created.version().fileId()).isEqualTo(created.file().id());
        assertThat(created.version().revision()).isNotEqualTo(Revision.NONE);
    }

    @Test
    void aFirstVersionKeepsWhatItIsIssuedWith() {
        assertFound(created(
                FileRecordBuilder.file("a").createdBy(UNNAMED),
                VersionRecordBuilder.version(1).createdBy(UNNAMED).condition(UploadCondition.noSuchFile())));
        assertFound(created(
                FileRecordBuilder.file("b"),
                VersionRecordBuilder.version(Long.MAX_VALUE)
                        .expectedSize(5)
                        .condition(UploadCondition.latestIs("\"0x1\""))));
        assertFound(created(
                FileRecordBuilder.file("\uD83D\uDE00\u6F22".repeat(512)),
                VersionRecordBuilder.version(2).nothingNext()));
    }

    @Test
    void theFileInTheSlotIsHandedBackAndNothingWritten() {
        FileRecord occupant = created(FileRecordBuilder.file("a"));
        FileRecord file = nascent(FileRecordBuilder.file("a"));
        VersionRecord first = firstOf(file, VersionRecordBuilder.version(1));

        assertThat(store.createFile(file, first)).isEqualTo(new FileCreation.SlotTaken(occupant));

        assertThat(store.findFile(workspace, file.id())).isEmpty();
        assertThat(store.findVersion(workspace, file.id(), first.id())).isEmpty();
    }

    @Test
    void aNascentFileInTheSlotIsHandedBackToo() {
        FileCreation.Created first = created(FileRecordBuilder.file("a"), VersionRecordBuilder.version(1));
        FileRecord second = nascent(FileRecordBuilder.file("a"));

        assertThat(store.createFile(second, firstOf(second, VersionRecordBuilder.version(1))))
                .isEqualTo(new FileCreation.SlotTaken(first.file()));
    }

    @Test
    void whatWasCreatedIsReplacedAndRemovedAsAnyRecord() {
        FileCreation.Created created = created(FileRecordBuilder.file("a"), VersionRecordBuilder.version(1));

        FileRecord touched = written(store.replaceFile(created.file()));
        VersionRecord relinked = store.replaceVersion(created.version()).orElseThrow();

        assertThat(store.removeFile(created.file())).isFalse();
        assertThat(store.removeVersion(created.version())).isFalse();
        assertThat(store.removeVersion(relinked)).isTrue();
        assertThat(store.removeFile(touched)).isTrue();
    }

    @Test
    void aVersionOfTheSameIdIsLeftAsItIs() {
        FileRecord file = nascent(FileRecordBuilder.file("a"));
        VersionRecord known = store.createVersion(firstOf(file, VersionRecordBuilder.version(1)))
                .orElseThrow();

        assertThat(store.createFile(
                        file, firstOf(file, VersionRecordBuilder.version(1).createdAt(NOW))))
                .isEqualTo(new FileCreation.Conflict());

        assertThat(store.findVersion(workspace, file.id(), known.id())).contains(known);
    }

    @RepeatedTest(20)
    void ofManyCreatorsOfAPathOneMakesTheFileAndItsVersionAlone() {
        List<FileCreation> results = Racing.all(RACERS, racer -> {
            FileRecord file = nascent(FileRecordBuilder.file("a"));
            return store.createFile(file, firstOf(file, VersionRecordBuilder.version(racer + 1)));
        });

        List<FileCreation> created = new ArrayList<>(results);
        created.removeIf(result -> !(result instanceof FileCreation.Created));
        assertThat(created).hasSize(1);
        FileCreation.Created winner = (FileCreation.Created) created.get(0);
        assertFound(winner);
        assertThat(results)
                .filteredOn(FileCreation.SlotTaken.class::isInstance)
                .allMatch(new FileCreation.SlotTaken(winner.file())::equals);
        assertThat(store.countUploads(workspace, 100)).isEqualTo(1);
    }

    @Test
    void manyAreFoundAsTheyWereHandedBack() {
        List<FileCreation> creations = store.createFiles(List.of(
                newFile("b", VersionRecordBuilder.version(1).expectedSize(5)),
                newFile("a", VersionRecordBuilder.version(2).createdAt(NOW))));

        assertThat(creations).hasSize(2).allSatisfy(creation -> assertFound((FileCreation.Created) creation));
        assertThat(creations)
                .extracting(creation ->
                        ((FileCreation.Created) creation).file().path().toString())
                .containsExactly("b", "a");
        assertThat(store.createFiles(List.of())).isEmpty();
    }

    @Test
    void ofManyThoseWhoseSlotsAreTakenAreLeftAsTheyAre() {
        FileRecord occupant = created(FileRecordBuilder.file("b"));

        List<FileCreation> creations = store.createFiles(List.of(
                newFile("a", VersionRecordBuilder.version(1)),
                newFile("b", VersionRecordBuilder.version(1)),
                newFile("c", VersionRecordBuilder.version(1))));

        assertThat(creations.get(1)).isEqualTo(new FileCreation.SlotTaken(occupant));
        assertFound((FileCreation.Created) creations.get(0));
        assertFound((FileCreation.Created) creations.get(2));
    }

    @RepeatedTest(5)
    void ofManyCreatorsOfTheSamePathsOneMakesEach() {
        List<List<FileCreation>> results = Racing.all(RACERS, racer -> {
            List<NewFile> files = new ArrayList<>(List.of(
                    newFile("a", VersionRecordBuilder.version(1)),
                    newFile("b", VersionRecordBuilder.version(1)),
                    newFile("c", VersionRecordBuilder.version(1))));
            Collections.rotate(files, racer);
            return store.createFiles(files);
        });

        assertThat(results.stream().flatMap(List::stream).filter(FileCreation.Created.class::isInstance))
                .hasSize(3)
                .allSatisfy(created -> assertFound((FileCreation.Created) created));
        assertThat(store.countUploads(workspace, 100)).isEqualTo(3);
    }

    private NewFile newFile(String path, VersionRecordBuilder first) {
        FileRecord file = nascent(FileRecordBuilder.file(path));
        return new NewFile(file, firstOf(file, first));
    }

    private void assertFound(FileCreation.Created created) {
        FileRecord file = created.file();
        VersionRecord version = created.version();
        assertThat(store.findFile(workspace, file.slot())).contains(file);
        assertThat(store.findFile(workspace, file.id())).contains(file);
        assertThat(store.findVersion(workspace, file.id(), version.id())).contains(version);
    }

    private FileCreation.Created created(FileRecordBuilder builder, VersionRecordBuilder first) {
        FileRecord file = nascent(builder);
        FileCreation creation = store.createFile(file, firstOf(file, first));
        assertThat(creation).isInstanceOf(FileCreation.Created.class);
        return (FileCreation.Created) creation;
    }

    private FileRecord nascent(FileRecordBuilder file) {
        return file.in(workspace).nascent().build();
    }

    private VersionRecord firstOf(FileRecord file, VersionRecordBuilder version) {
        return version.of(file).in(workspace).build();
    }
}
