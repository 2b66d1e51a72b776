package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.UploadPlace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the records in Azure Cosmos DB. Every write is one conditional write of one document. */
@CosmosStore
@Singleton
final class CosmosMetadataStore implements MetadataStore {

    private final FileItems files;
    private final VersionItems versions;
    private final CosmosFileLists lists;
    private final CosmosIdempotencyKeys idempotencyKeys;

    CosmosMetadataStore(
            FileItems files, VersionItems versions, CosmosFileLists lists, CosmosIdempotencyKeys idempotencyKeys) {
        this.files = files;
        this.versions = versions;
        this.lists = lists;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public Optional<FileRecord> findFile(Workspace workspace, FileId id) {
        return files.find(workspace, id);
    }

    @Override
    public Optional<FileRecord> findFile(Workspace workspace, Slot slot) {
        return files.find(workspace, slot);
    }

    @Override
    public List<FileRecord> findFiles(Workspace workspace, Set<FileId> ids) {
        return files.find(workspace, ids);
    }

    @Override
    public FileWrite createFile(FileRecord file) {
        return files.create(file);
    }

    @Override
    public FileWrite replaceFile(FileRecord file) {
        return files.replace(file);
    }

    @Override
    public boolean removeFile(FileRecord file) {
        return files.remove(file);
    }

    @Override
    public Optional<VersionRecord> findVersion(Workspace workspace, FileId fileId, VersionId id) {
        return versions.find(workspace, fileId, id);
    }

    @Override
    public List<VersionRecord> findVersions(
            Workspace workspace, FileId fileId, Set<VersionState> states, @Nullable VersionId olderThan, int limit) {
        return versions.find(workspace, fileId, states, olderThan, limit);
    }

    @Override
    public List<VersionRecord> findUnseen(Workspace workspace, FileId fileId, @Nullable VersionId latest, int limit) {
        return versions.findUnseen(workspace, fileId, latest, limit);
    }

    @Override
    public List<VersionRecord> findPendingVersions(Workspace workspace, Instant linkExpiresAfter, int limit) {
        return versions.findPending(workspace, linkExpiresAfter, limit);
    }

    @Override
    public int countPendingVersions(Workspace workspace, Instant linkExpiresAfter, int max) {
        return versions.countPending(workspace, linkExpiresAfter, max);
    }

    @Override
    public List<VersionRecord> findUploads(
            Workspace workspace, @Nullable UUID author, @Nullable UploadPlace after, int limit) {
        return versions.findUploads(workspace, author, after, limit);
    }

    @Override
    public int countUploads(Workspace workspace, int max) {
        return versions.countUploads(VersionDocument.partitions(workspace), max);
    }

    @Override
    public int countUploads(Workspace workspace, FileId fileId, int max) {
        return versions.countUploads(VersionDocument.partition(workspace, fileId), max);
    }

    @Override
    public Optional<VersionRecord> createVersion(VersionRecord version) {
        return versions.create(version);
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
        return versions.findDue(now, continuation, limit);
    }

    @Override
    public Batch<VersionRecord> findDueVerifications(Instant now, @Nullable String continuation, int limit) {
        return versions.findDueVerifications(now, continuation, limit);
    }

    @Override
    public Batch<FileRecord> findDueFiles(Instant now, @Nullable String continuation, int limit) {
        return files.findDue(now, continuation, limit);
    }

    @Override
    public FilePage listFiles(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return lists.page(new CosmosListing(workspace, filter, order), offset, limit);
    }

    @Override
    public Batch<FileRecord> listFilesFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return lists.from(new CosmosListing(workspace, filter, order), cursor, limit);
    }

    @Override
    public LevelPage listLevel(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return CosmosLevel.listing(lists, workspace, filter, order).page(offset, limit);
    }

    @Override
    public Batch<LevelEntry> listLevelFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return CosmosLevel.listing(lists, workspace, filter, order).from(cursor, limit);
    }

    @Override
    public IdempotencyRecord createIdempotencyRecordIfAbsent(IdempotencyRecord record, Instant now) {
        return idempotencyKeys.createIfAbsent(record, now);
    }

    /** Cosmos DB does it by itself, by their ttl. */
    @Override
    public void removeExpiredIdempotencyRecords(Instant now) {}

    @Override
    public void ping() {
        files.ping();
    }
}
