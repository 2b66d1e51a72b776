package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import dev.fileapi.local.cosmos.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a call on its way, each write is done once and reported as it went. */
class LostAnswersTest {

    private static EmulatedStore cosmos;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @BeforeAll
    static void start() {
        cosmos = new EmulatedStore();
    }

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    @AfterEach
    void heal() {
        cosmos.emulator.heal();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        new Fault.LostAfter(),
                        new Fault.LostBefore(),
                        new Fault.Refused(408, 0),
                        new Fault.Refused(410, 0),
                        new Fault.Refused(449, 0),
                        new Fault.Refused(503, 0))
                .flatMap(fault -> Stream.of(1, 2).map(times -> Arguments.of(fault, times)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFileIsCreatedOnce(Fault fault, int times) {
        FileRecord file = FileRecordBuilder.file("a").in(workspace).build();
        cosmos.emulator.fail(Fault.onWrites(), times, fault);

        FileRecord written = written(cosmos.store.createFile(file));

        assertThat(cosmos.store.findFile(workspace, file.id())).contains(written);
        assertThat(cosmos.store.createFile(
                        FileRecordBuilder.file("a").in(workspace).build()))
                .isEqualTo(new FileWrite.SlotTaken());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFileIsReplacedOnce(Fault fault, int times) {
        FileRecord file = written(cosmos.store.createFile(
                FileRecordBuilder.file("a").in(workspace).build()));
        cosmos.emulator.fail(Fault.onWrites(), times, fault);

        FileRecord deleted = written(cosmos.store.replaceFile(
                FileRecordBuilder.from(file).deletedAt(Instant.EPOCH).build()));

        assertThat(cosmos.store.findFile(workspace, file.id())).contains(deleted);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anOutdatedRecordReplacesNothing(Fault fault, int times) {
        FileRecord file = written(cosmos.store.createFile(
                FileRecordBuilder.file("a").in(workspace).build()));
        FileRecord changed = written(cosmos.store.replaceFile(file));
        cosmos.emulator.fail(Fault.onWrites(), times, fault);

        assertThat(cosmos.store.replaceFile(file)).isEqualTo(new FileWrite.Outdated());
        assertThat(cosmos.store.findFile(workspace, file.id())).contains(changed);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFileIsRemovedOnce(Fault fault, int times) {
        FileRecord file = written(cosmos.store.createFile(
                FileRecordBuilder.file("a").in(workspace).build()));
        cosmos.emulator.fail(Fault.onWrites(), times, fault);

        assertThat(cosmos.store.removeFile(file)).isTrue();
        assertThat(cosmos.store.findFile(workspace, file.id())).isEmpty();
        assertThat(cosmos.store.removeFile(file)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aVersionIsCreatedReplacedAndRemovedOnce(Fault fault, int times) {
        VersionRecord version = VersionRecordBuilder.version(1).in(workspace).build();
        cosmos.emulator.fail(Fault.onWrites(), times, fault);
        VersionRecord created = cosmos.store.createVersion(version).orElseThrow();

        cosmos.emulator.fail(Fault.onWrites(), times, fault);
        VersionRecord committed = cosmos.store
                .replaceVersion(VersionRecordBuilder.from(created)
                        .committedAt(Instant.EPOCH)
                        .build())
                .orElseThrow();
        assertThat(cosmos.store.findVersion(workspace, version.fileId(), version.id()))
                .contains(committed);

        cosmos.emulator.fail(Fault.onWrites(), times, fault);
        assertThat(cosmos.store.removeVersion(committed)).isTrue();
        assertThat(cosmos.store.findVersion(workspace, version.fileId(), version.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anIdempotencyRecordIsCreatedOnce(Fault fault, int times) {
        Instant now = cosmos.clock.instant();
        IdempotencyRecord first = idempotencyRecord(1, now);
        cosmos.emulator.fail(Fault.onWrites(), times, fault);

        assertThat(cosmos.store.createIdempotencyRecordIfAbsent(first, now).versionId())
                .isEqualTo(first.versionId());
        IdempotencyRecord second =
                new IdempotencyRecord(workspace, first.fileId(), first.key(), new VersionId(2), first.expiresAt());
        assertThat(cosmos.store.createIdempotencyRecordIfAbsent(second, now).versionId())
                .isEqualTo(first.versionId());
    }

    @Test
    void anIdempotencyKeyIsFreeOnceItHasExpired() {
        Instant now = cosmos.clock.instant();
        IdempotencyRecord first = idempotencyRecord(1, now);
        cosmos.store.createIdempotencyRecordIfAbsent(first, now);
        Instant later = first.expiresAt();
        IdempotencyRecord second = new IdempotencyRecord(
                workspace, first.fileId(), first.key(), new VersionId(2), later.plus(Duration.ofHours(24)));

        assertThat(cosmos.store.createIdempotencyRecordIfAbsent(second, later).versionId())
                .isEqualTo(second.versionId());
    }

    @Test
    void aStoreThatStaysAwayIsAFailureWithoutATimeToComeBack() {
        cosmos.emulator.fail(call -> call.resourceTypeIs("docs"), Integer.MAX_VALUE, new Fault.Refused(503, 0));

        assertThatThrownBy(() -> cosmos.store.createFile(
                        FileRecordBuilder.file("a").in(workspace).build()))
                .isExactlyInstanceOf(MetadataStoreException.class);
    }

    @Test
    void throttlingThatLastsSaysWhenToComeBack() {
        cosmos.emulator.fail(call -> call.resourceTypeIs("docs"), Integer.MAX_VALUE, new Fault.Refused(429, 3200));

        assertThatThrownBy(cosmos.store::ping).isInstanceOf(MetadataStoreBusyException.class);
    }

    private IdempotencyRecord idempotencyRecord(long version, Instant now) {
        return new IdempotencyRecord(
                workspace, FileId.random(), "ab".repeat(32), new VersionId(version), now.plus(Duration.ofHours(24)));
    }

    private static FileRecord written(FileWrite write) {
        assertThat(write).isInstanceOf(FileWrite.Written.class);
        return ((FileWrite.Written) write).file();
    }
}
