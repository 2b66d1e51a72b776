package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the records in an SQL database. Every method is one statement, or several of which each is right by itself. */
@JdbcStore
@Singleton
final class JdbcMetadataStore implements MetadataStore {

    private static final FileMapping FILES = new FileMapping();
    private static final VersionMapping VERSIONS = new VersionMapping();

    private final Sql sql;
    private final Table<FileRecord> files;
    private final Table<VersionRecord> versions;
    private final DueRecords<FileRecord> dueFiles;
    private final DueRecords<VersionRecord> dueVersions;
    private final FileLists lists;
    private final IdempotencyKeys idempotencyKeys;

    JdbcMetadataStore(Sql sql, FileLists lists, IdempotencyKeys idempotencyKeys) {
        this.sql = sql;
        this.files = new Table<>(sql, FILES);
        this.versions = new Table<>(sql, VERSIONS);
        this.dueFiles = new DueRecords<>(sql, FILES);
        this.dueVersions = new DueRecords<>(sql, VERSIONS);
        this.lists = lists;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public Optional<FileRecord> findFile(Workspace workspace, FileId id) {
        return sql.queryOne(in(workspace, "SELECT * FROM files").append("AND file_id = ?", id.value()), FILES);
    }

    @Override
    public Optional<FileRecord> findFile(Workspace workspace, Slot slot) {
        return sql.queryOne(in(workspace, "SELECT * FROM files").append("AND slot = ?", slot.value()), FILES);
    }

    @Override
    public FileWrite createFile(FileRecord file) {
        return files.insert(file).<FileWrite>map(FileWrite.Written::new).orElseGet(FileWrite.SlotTaken::new);
    }

    @Override
    public FileWrite replaceFile(FileRecord file) {
        try {
            return files.replace(file).<FileWrite>map(FileWrite.Written::new).orElseGet(FileWrite.Outdated::new);
        } catch (DuplicateKeyException slotTaken) {
            return new FileWrite.SlotTaken();
        }
    }

    @Override
    public boolean removeFile(FileRecord file) {
        return files.remove(file);
    }

    @Override
    public Optional<VersionRecord> findVersion(Workspace workspace, FileId fileId, VersionId id) {
        return sql.queryOne(versionsOf(workspace, fileId).append("AND version_id = ?", id.value()), VERSIONS);
    }

    @Override
    public List<VersionRecord> findVersions(
            Workspace workspace, FileId fileId, Set<VersionState> states, @Nullable VersionId olderThan, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        Query query = versionsOf(workspace, fileId)
                .append(
                        "AND state IN (?" + ", ?".repeat(states.size() - 1) + ")",
                        states.stream().map(VersionState::name).toArray());
        if (olderThan != null) {
            query.append("AND version_id < ?", olderThan.value());
        }
        return sql.query(query.append("ORDER BY version_id DESC LIMIT ?", limit), VERSIONS);
    }

    @Override
    public List<VersionRecord> findUnseen(Workspace workspace, FileId fileId, @Nullable VersionId latest, int limit) {
        // a version id is positive
        long from = latest == null ? 0 : latest.value();
        Query query = versionsOf(workspace, fileId)
                .append("AND version_id >= ?", from)
                .append("AND (state = ? AND next_check <> ?", VersionState.PENDING.name(), SweepStage.DISCARD.name())
                .append("OR state = ? AND version_id > ?)", VersionState.COMMITTED.name(), from);
        return sql.query(query.append("ORDER BY version_id DESC LIMIT ?", limit), VERSIONS);
    }

    @Override
    public Optional<VersionRecord> createVersion(VersionRecord version) {
        return versions.insert(version);
    }

    @Override
    public Optional<VersionRecord> replaceVersion(VersionRecord version) {
        return versions.replace(version);
    }

    @Override
    public boolean removeVersion(VersionRecord version) {
        return versions.remove(version);
    }

    @Override
    public Batch<VersionRecord> findDueVersions(Instant now, @Nullable String continuation, int limit) {
        return dueVersions.find(now, continuation, limit);
    }

    @Override
    public Batch<FileRecord> findDueFiles(Instant now, @Nullable String continuation, int limit) {
        return dueFiles.find(now, continuation, limit);
    }

    @Override
    public FilePage listFiles(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return lists.page(new Listing(workspace, filter, order), offset, limit);
    }

    @Override
    public Batch<FileRecord> listFilesFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return lists.from(new Listing(workspace, filter, order), cursor, limit);
    }

    @Override
    public List<String> listFolders(Workspace workspace, FileFilter filter) {
        return lists.folders(workspace, filter);
    }

    @Override
    public IdempotencyRecord createIdempotencyRecordIfAbsent(IdempotencyRecord record, Instant now) {
        return idempotencyKeys.createIfAbsent(record, now);
    }

    @Override
    public void removeExpiredIdempotencyRecords(Instant now) {
        idempotencyKeys.removeExpired(now);
    }

    @Override
    public void ping() {
        sql.queryOne(new Query("SELECT 1 AS one"), row -> row.getInt("one"));
    }

    private static Query versionsOf(Workspace workspace, FileId fileId) {
        return in(workspace, "SELECT * FROM versions").append("AND file_id = ?", fileId.value());
    }

    private static Query in(Workspace workspace, String select) {
        return new Query(
                select + " WHERE organisation_id = ? AND workspace_id = ?",
                workspace.organisationId(),
                workspace.workspaceId());
    }
}
