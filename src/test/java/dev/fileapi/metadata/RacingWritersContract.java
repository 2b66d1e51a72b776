package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Writers that begin at the same moment: one of them wins, and the others are told. */
abstract class RacingWritersContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final int ROUNDS = 20;
    private static final int RACERS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);

    RacingWritersContract(MetadataStore store) {
        super(store);
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @RepeatedTest(ROUNDS)
    void oneOfManyCreatorsOfAPathWins() throws Exception {
        List<FileWrite> results = race(Collections.nCopies(
                RACERS,
                () -> store.createFile(FileRecordBuilder.file("a").in(workspace).build())));

        FileRecord winner = theOneWritten(results);
        assertThat(results).filteredOn(new FileWrite.SlotTaken()::equals).hasSize(RACERS - 1);
        assertThat(store.findFile(workspace, Slot.of(winner.path()))).contains(winner);
    }

    @RepeatedTest(ROUNDS)
    void oneOfManyCreatorsOfAVersionWins() throws Exception {
        VersionRecord version = VersionRecordBuilder.version(1).in(workspace).build();

        List<Optional<VersionRecord>> results = race(Collections.nCopies(RACERS, () -> store.createVersion(version)));

        assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void aRelinkAndAPurgeDoNotBothSucceed() throws Exception {
        VersionRecord version = created(VersionRecordBuilder.version(1));
        VersionRecord relinked =
                VersionRecordBuilder.from(version).linkExpiresAt(NOW).build();

        List<Boolean> results =
                race(List.of(() -> store.replaceVersion(relinked).isPresent(), () -> store.removeVersion(version)));

        assertThat(results).containsOnlyOnce(true);
        assertThat(store.findVersion(workspace, version.fileId(), version.id()).isPresent())
                .isEqualTo(results.get(0));
    }

    @RepeatedTest(ROUNDS)
    void aRestoreAndAPurgeDoNotBothSucceed() throws Exception {
        FileRecord deleted = created(FileRecordBuilder.file("a").deletedAt(NOW));
        oneWins(
                FileRecordBuilder.from(deleted).restored().build(),
                FileRecordBuilder.from(deleted).state(FileState.PURGING).build());
    }

    @RepeatedTest(ROUNDS)
    void aCommitAndADeleteDoNotBothSucceed() throws Exception {
        FileRecord file = created(FileRecordBuilder.file("a"));
        oneWins(
                FileRecordBuilder.from(file).modifiedAt(NOW).build(),
                FileRecordBuilder.from(file).deletedAt(NOW).build());
    }

    @RepeatedTest(ROUNDS)
    void aRestoreAndACreatorOfThePathDoNotBothSucceed() throws Exception {
        FileRecord deleted = created(FileRecordBuilder.file("a").deletedAt(NOW));

        List<FileWrite> results = race(List.of(
                () -> store.replaceFile(
                        FileRecordBuilder.from(deleted).restored().build()),
                () -> store.createFile(FileRecordBuilder.file("a").in(workspace).build())));

        FileRecord winner = theOneWritten(results);
        assertThat(results).contains(new FileWrite.SlotTaken());
        assertThat(store.findFile(workspace, Slot.of(winner.path()))).contains(winner);
    }

    @RepeatedTest(ROUNDS)
    void oneOfManyMoversToAPathAndCreatorsOfItWins() throws Exception {
        List<Callable<FileWrite>> writers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            FileRecord file = created(FileRecordBuilder.file("from/" + i));
            writers.add(
                    i % 2 == 0
                            ? () -> store.replaceFile(file.movedTo(new FilePath("to"), NOW))
                            : () -> store.createFile(
                                    FileRecordBuilder.file("to").in(workspace).build()));
        }

        List<FileWrite> results = race(writers);

        FileRecord winner = theOneWritten(results);
        assertThat(results).filteredOn(new FileWrite.SlotTaken()::equals).hasSize(RACERS - 1);
        assertThat(store.findFile(workspace, Slot.of(winner.path()))).contains(winner);
    }

    /** Neither path is free at any time; a writer may only be told to look again. */
    @RepeatedTest(ROUNDS)
    void twoFilesDoNotTakeEachOthersPath() throws Exception {
        FileRecord one = created(FileRecordBuilder.file("one"));
        FileRecord other = created(FileRecordBuilder.file("other"));

        List<FileWrite> results = race(List.of(
                () -> store.replaceFile(one.movedTo(other.path(), NOW)),
                () -> store.replaceFile(other.movedTo(one.path(), NOW))));

        assertThat(results).isSubsetOf(new FileWrite.SlotTaken(), new FileWrite.Outdated());
        assertThat(store.findFile(workspace, one.id())).contains(one);
        assertThat(store.findFile(workspace, other.id())).contains(other);
    }

    @RepeatedTest(ROUNDS)
    void anIssueAndTheRemovalOfAnEmptyFileDoNotBothSucceed() throws Exception {
        FileRecord nascent = created(FileRecordBuilder.file("a").nascent());

        List<Boolean> results = race(List.of(
                () -> store.replaceFile(nascent) instanceof FileWrite.Written, () -> store.removeFile(nascent)));

        assertThat(results).containsOnlyOnce(true);
        assertThat(store.findFile(workspace, nascent.id()).isPresent()).isEqualTo(results.get(0));
    }

    @RepeatedTest(ROUNDS)
    void aKeyStandsForTheSameVersionToAll() throws Exception {
        FileId file = FileId.random();
        store.createIdempotencyRecordIfAbsent(
                new IdempotencyRecord(workspace, file, "expired", new VersionId(99), NOW), NOW.minusSeconds(1));
        for (String key : List.of("new", "expired")) {
            List<Callable<IdempotencyRecord>> callers = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                IdempotencyRecord record =
                        new IdempotencyRecord(workspace, file, key, new VersionId(i), NOW.plusSeconds(1));
                callers.add(() -> store.createIdempotencyRecordIfAbsent(record, NOW));
            }

            assertThat(race(callers).stream().distinct()).hasSize(1);
        }
    }

    private void oneWins(FileRecord one, FileRecord other) throws Exception {
        List<FileWrite> results = race(List.of(() -> store.replaceFile(one), () -> store.replaceFile(other)));

        FileRecord winner = theOneWritten(results);
        assertThat(results).contains(new FileWrite.Outdated());
        assertThat(store.findFile(workspace, winner.id())).contains(winner);
    }

    private static FileRecord theOneWritten(List<FileWrite> results) {
        List<FileWrite> writes =
                results.stream().filter(FileWrite.Written.class::isInstance).toList();
        assertThat(writes).hasSize(1);
        return written(writes.get(0));
    }

    /** The results in the order of the racers, who all begin when the last is ready. */
    private <T> List<T> race(List<Callable<T>> racers) throws Exception {
        CountDownLatch ready = new CountDownLatch(racers.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> racer : racers) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return racer.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> racer : running) {
            results.add(racer.get(30, TimeUnit.SECONDS));
        }
        return results;
    }
}
