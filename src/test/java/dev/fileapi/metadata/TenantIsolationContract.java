package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in one workspace is not seen or touched from another, be it of the same organisation or of the same id. */
abstract class TenantIsolationContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private final FileRecord file = created(FileRecordBuilder.file("a/b"));
    private final VersionRecord version =
            created(VersionRecordBuilder.version(1).of(file.id()));

    TenantIsolationContract(MetadataStore store) {
        super(store);
    }

    @Test
    void nothingIsFoundFromAnother() {
        others().forEach(other -> {
            assertThat(store.findFile(other, file.id())).isEmpty();
            assertThat(store.findFile(other, file.slot())).isEmpty();
            assertThat(store.findVersion(other, file.id(), version.id())).isEmpty();
            assertThat(store.findVersions(other, file.id(), EnumSet.allOf(VersionState.class), null, 9))
                    .isEmpty();
            assertThat(store.findUnseen(other, file.id(), null, 9)).isEmpty();
        });
    }

    @Test
    void nothingIsListedFromAnother() {
        var all = FileFilterBuilder.live().build();
        others().forEach(other -> {
            assertThat(store.listFiles(other, all, List.of(), 0, 9).total()).isZero();
            assertThat(store.listFiles(other, all, List.of(), 0, 9).files()).isEmpty();
            assertThat(store.listFilesFrom(other, all, List.of(), null, 9).items())
                    .isEmpty();
            assertThat(store.listLevel(other, all, List.of(), 0, 9)).isEqualTo(new LevelPage(List.of(), 0));
            assertThat(store.listLevelFrom(other, all, List.of(), null, 9).items())
                    .isEmpty();
        });
    }

    @Test
    void nothingIsChangedFromAnother() {
        others().forEach(other -> {
            FileRecord theirs = FileRecordBuilder.from(file).in(other).build();
            VersionRecord their = VersionRecordBuilder.from(version).in(other).build();

            assertThat(store.replaceFile(theirs)).isEqualTo(new FileWrite.Outdated());
            assertThat(store.removeFile(theirs)).isFalse();
            assertThat(store.replaceVersion(their)).isEmpty();
            assertThat(store.removeVersion(their)).isFalse();
        });
        assertThat(store.findFile(workspace, file.id())).contains(file);
        assertThat(store.findVersion(workspace, file.id(), version.id())).contains(version);
    }

    @Test
    void pathsIdsAndKeysAreFreeInAnother() {
        IdempotencyRecord ours = new IdempotencyRecord(workspace, file.id(), "k", new VersionId(1), NOW.plusSeconds(1));
        store.createIdempotencyRecordIfAbsent(ours, NOW);

        others().forEach(other -> {
            FileRecord theirs = FileRecordBuilder.from(file).in(other).build();
            VersionRecord their = VersionRecordBuilder.from(version).in(other).build();
            IdempotencyRecord key = new IdempotencyRecord(other, file.id(), "k", new VersionId(2), NOW.plusSeconds(1));

            assertThat(store.createFile(theirs)).isInstanceOf(FileWrite.Written.class);
            assertThat(store.createVersion(their)).isPresent();
            assertThat(store.createIdempotencyRecordIfAbsent(key, NOW)).isEqualTo(key);
        });
    }

    private Stream<Workspace> others() {
        return Stream.of(
                new Workspace(workspace.organisationId(), UUID.randomUUID()),
                new Workspace(UUID.randomUUID(), workspace.workspaceId()));
    }
}
