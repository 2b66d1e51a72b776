package dev.fileapi.metadata.jdbc;

import static dev.fileapi.metadata.jdbc.JdbcErrors.translated;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.NewFile;
import dev.fileapi.files.store.UploadPlace;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the records in an SQL database. Every method is one statement, or several of which each is right by itself; new files and their first
 * versions are written together.
 *
 * <p>A new row whose key is taken is refused by the unique index, which the database logs as an error. {@code ON CONFLICT DO NOTHING}
 * would avoid that, but Micronaut Data does not tell how many rows the insert of an entity has made.
 */
@JdbcStore
@Singleton
final class JdbcMetadataStore implements MetadataStore {

    private static final UUID FIRST_FILE = new UUID(0, 0);

    private final FileRows files;
    private final VersionRows versions;
    private final IdempotencyKeyRows keys;
    private final JdbcIdempotencyKeys idempotencyKeys;
    private final JdbcFileLists lists;
    private final FirstVersions firstVersions;
    private final NewFileRows newFiles;

    JdbcMetadataStore(
            FileRows files,
            VersionRows versions,
            IdempotencyKeyRows keys,
            JdbcFileLists lists,
            FirstVersions firstVersions,
            NewFileRows newFiles) {
        this.files = files;
        this.versions = versions;
        this.keys = keys;
        this.idempotencyKeys = new JdbcIdempotencyKeys(keys);
        this.lists = lists;
        this.firstVersions = firstVersions;
        this.newFiles = newFiles;
    }

    @Override
    public Optional<FileRecord> findFile(Workspace workspace, FileId id) {
        return translated(() -> files.findById(FileKey.of(workspace, id))).map(FileRow::file);
    }

    @Override
    public Optional<FileRecord> findFile(Workspace workspace, Slot slot) {
        return translated(() -> files.findBySlot(workspace.organisationId(), workspace.workspaceId(), slot.value()))
                .map(FileRow::file);
    }

    @Override
    public List<FileRecord> findFiles(Workspace workspace, Set<FileId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String[] values = ids.stream().map(FileId::toString).toArray(String[]::new);
        return translated(() -> files.findByIds(workspace.organisationId(), workspace.workspaceId(), values)).stream()
                .map(FileRow::file)
                .toList();
    }

    @Override
    public FileWrite createFile(FileRecord file) {
        return write(() -> files.save(FileRow.of(file)));
    }

    @Override
    public FileCreation createFile(FileRecord file, VersionRecord first) {
        try {
            return translated(() -> firstVersions.create(file, first));
        } catch (DuplicateKeyException slotTaken) {
            return new FileCreation.Conflict();
        }
    }

    @Override
    public int newFilesAtOnce() {
        return NewFileRows.MAX;
    }

    @Override
    public List<FileCreation> createFiles(List<NewFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        try {
            return translated(() -> newFiles.create(files));
        } catch (DuplicateKeyException slotTaken) {
            return Collections.nCopies(files.size(), new FileCreation.Conflict());
        }
    }

    @Override
    public FileWrite replaceFile(FileRecord file) {
        return write(() -> files.update(FileRow.of(file)));
    }

    @Override
    public boolean removeFile(FileRecord file) {
        return remove(files::delete, FileRow.of(file));
    }

    @Override
    public Optional<VersionRecord> findVersion(Workspace workspace, FileId fileId, VersionId id) {
        return translated(() -> versions.findById(VersionKey.of(workspace, fileId, id)))
                .map(VersionRow::version);
    }

    @Override
    public List<VersionRecord> findVersions(
            Workspace workspace, FileId fileId, Set<VersionState> states, @Nullable VersionId olderThan, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        return versions(translated(() -> versions.findInStates(
                workspace.organisationId(),
                workspace.workspaceId(),
                fileId.value(),
                states.stream().map(VersionState::name).toList(),
                olderThan == null ? Long.MAX_VALUE : olderThan.value(),
                limit)));
    }

    @Override
    public List<VersionRecord> findUnseen(Workspace workspace, FileId fileId, @Nullable VersionId latest, int limit) {
        return versions(translated(() -> versions.findUnseen(
                workspace.organisationId(),
                workspace.workspaceId(),
                fileId.value(),
                // a version id is positive
                latest == null ? 0 : latest.value(),
                limit)));
    }

    @Override
    public List<VersionRecord> findPendingVersions(Workspace workspace, Instant linkExpiresAfter, int limit) {
        return versions(translated(() ->
                versions.findPending(workspace.organisationId(), workspace.workspaceId(), linkExpiresAfter, limit)));
    }

    @Override
    public int countPendingVersions(Workspace workspace, Instant linkExpiresAfter, int max) {
        return translated(() ->
                versions.countPending(workspace.organisationId(), workspace.workspaceId(), linkExpiresAfter, max));
    }

    @Override
    public List<VersionRecord> findUploads(
            Workspace workspace, @Nullable UUID author, @Nullable UploadPlace after, int limit) {
        UUID organisation = workspace.organisationId();
        long version = after == null ? Long.MAX_VALUE : after.versionId().value();
        UUID file = after == null ? FIRST_FILE : after.fileId().value();
        return versions(translated(() -> author == null
                ? versions.findUploads(organisation, workspace.workspaceId(), version, file, limit)
                : versions.findUploadsBy(organisation, workspace.workspaceId(), author, version, file, limit)));
    }

    @Override
    public int countUploads(Workspace workspace, int max) {
        return translated(() -> versions.countUploads(workspace.organisationId(), workspace.workspaceId(), max));
    }

    @Override
    public int countUploads(Workspace workspace, FileId fileId, int max) {
        return translated(() ->
                versions.countUploadsOf(workspace.organisationId(), workspace.workspaceId(), fileId.value(), max));
    }

    @Override
    public Optional<VersionRecord> createVersion(VersionRecord version) {
        try {
            return Optional.of(
                    translated(() -> versions.save(VersionRow.of(version))).version());
        } catch (DuplicateKeyException exists) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<VersionRecord> replaceVersion(VersionRecord version) {
        try {
            return Optional.of(
                    translated(() -> versions.update(VersionRow.of(version))).version());
        } catch (OptimisticLockException changed) {
            return Optional.empty();
        }
    }

    @Override
    public boolean removeVersion(VersionRecord version) {
        return remove(versions::delete, VersionRow.of(version));
    }

    @Override
    public Batch<VersionRecord> findDueVersions(Instant now, @Nullable String continuation, int limit) {
        JdbcDueCursor after = JdbcDueCursor.parse(continuation);
        List<VersionRow> rows = translated(() -> versions.findDue(
                now,
                after.time(),
                after.organisationId(),
                after.workspaceId(),
                after.fileId(),
                after.versionId(),
                limit));
        return new Batch<>(
                versions(rows),
                rows.size() < limit ? null : rows.get(limit - 1).dueCursor().text());
    }

    @Override
    public Batch<VersionRecord> findDueVerifications(Instant now, @Nullable String continuation, int limit) {
        JdbcDueCursor after = JdbcDueCursor.parse(continuation);
        List<VersionRow> rows = translated(() -> versions.findDueVerifications(
                now,
                after.time(),
                after.organisationId(),
                after.workspaceId(),
                after.fileId(),
                after.versionId(),
                limit));
        return new Batch<>(
                versions(rows),
                rows.size() < limit
                        ? null
                        : rows.get(limit - 1).verificationCursor().text());
    }

    @Override
    public Batch<FileRecord> findDueFiles(Instant now, @Nullable String continuation, int limit) {
        JdbcDueCursor after = JdbcDueCursor.parse(continuation);
        List<FileRow> rows = translated(() ->
                files.findDue(now, after.time(), after.organisationId(), after.workspaceId(), after.fileId(), limit));
        return new Batch<>(
                rows.stream().map(FileRow::file).toList(),
                rows.size() < limit ? null : rows.get(limit - 1).dueCursor().text());
    }

    @Override
    public FilePage listFiles(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return translated(() -> lists.page(new JdbcListing(workspace, filter, order), offset, limit));
    }

    @Override
    public Batch<FileRecord> listFilesFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return translated(() -> lists.from(new JdbcListing(workspace, filter, order), cursor, limit));
    }

    @Override
    public LevelPage listLevel(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return translated(
                () -> JdbcLevel.listing(lists, workspace, filter, order).page(offset, limit));
    }

    @Override
    public Batch<LevelEntry> listLevelFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return translated(
                () -> JdbcLevel.listing(lists, workspace, filter, order).from(cursor, limit));
    }

    @Override
    public IdempotencyRecord createIdempotencyRecordIfAbsent(IdempotencyRecord record, Instant now) {
        return translated(() -> idempotencyKeys.createIfAbsent(record, now));
    }

    @Override
    public void removeExpiredIdempotencyRecords(Instant now) {
        translated(() -> keys.deleteExpired(now));
    }

    @Override
    public void ping() {
        translated(files::one);
    }

    private static FileWrite write(Supplier<FileRow> write) {
        try {
            return new FileWrite.Written(translated(write).file());
        } catch (OptimisticLockException changed) {
            return new FileWrite.Outdated();
        } catch (DuplicateKeyException slotTaken) {
            return new FileWrite.SlotTaken();
        } catch (MetadataStoreBusyException e) {
            if (JdbcErrors.isDeadlock(e)) {
                // each of two files was to be moved to where the other one is: the other write decides
                return new FileWrite.Outdated();
            }
            throw e;
        }
    }

    private static <R> boolean remove(Consumer<R> delete, R row) {
        try {
            translated(() -> {
                delete.accept(row);
                return row;
            });
            return true;
        } catch (OptimisticLockException changed) {
            return false;
        }
    }

    private static List<VersionRecord> versions(List<VersionRow> rows) {
        return rows.stream().map(VersionRow::version).toList();
    }
}
