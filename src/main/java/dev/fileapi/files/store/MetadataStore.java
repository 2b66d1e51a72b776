package dev.fileapi.files.store;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps file and version records. Every write is atomic, changes one record, but for new files with their first versions, and is guarded by
 * a condition, so that use cases built of several writes can be broken off anywhere and repeated. A record handed back carries its new
 * {@link Revision}.
 *
 * <p>Times are kept to the microsecond. Every method throws {@link MetadataStoreException} when the store fails or does not
 * answer in time; a write may then have happened or not.
 */
public interface MetadataStore {

    /** The file in any state; empty when there is none. */
    Optional<FileRecord> findFile(Workspace workspace, FileId id);

    /** The file that occupies the slot; empty when the slot is free. */
    Optional<FileRecord> findFile(Workspace workspace, Slot slot);

    /**
     * Finds files in any state, in no order.
     *
     * @param ids of files that may be there or not; 1,000 at most
     */
    List<FileRecord> findFiles(Workspace workspace, Set<FileId> ids);

    /** The live file at a path, or the file of an id in any state; empty when there is none. */
    default Optional<FileRecord> findFile(Workspace workspace, FileRef file) {
        return file instanceof FilePath path ? findFile(workspace, Slot.of(path)) : findFile(workspace, (FileId) file);
    }

    /** Stores a new file, unless its slot is taken; its revision is ignored. */
    FileWrite createFile(FileRecord file);

    /**
     * Stores a new nascent file with its first version, unless the file's slot is taken; their revisions are ignored. A store that can,
     * writes both or neither. Any other, as this method, writes the file first, so what a failure leaves is a nascent file.
     *
     * @param file whose id has not been used
     * @param first a pending version of it
     */
    default FileCreation createFile(FileRecord file, VersionRecord first) {
        Optional<FileRecord> occupant = findFile(file.workspace(), file.slot());
        if (occupant.isPresent()) {
            return new FileCreation.SlotTaken(occupant.get());
        }
        return createFile(file) instanceof FileWrite.Written written
                ? createVersion(first)
                        .<FileCreation>map(version -> new FileCreation.Created(written.file(), version))
                        .orElseGet(FileCreation.Conflict::new)
                : new FileCreation.Conflict();
    }

    /** Returns how many new files the store writes together; 1 where it writes each by itself. */
    default int newFilesAtOnce() {
        return 1;
    }

    /**
     * Stores new files as {@link #createFile(FileRecord, VersionRecord)} does each, those whose slots are free all together or none of them.
     *
     * @param files of one workspace, with different slots; not more than {@link #newFilesAtOnce()}
     * @return how the creation of each ended, in their order
     */
    default List<FileCreation> createFiles(List<NewFile> files) {
        return files.stream().map(each -> createFile(each.file(), each.first())).toList();
    }

    /** Replaces the file if it still is at the given record's revision and the record's slot is its own or free. */
    FileWrite replaceFile(FileRecord file);

    /** Removes the file if it still is at the given record's revision; false when it is not, or is gone. */
    boolean removeFile(FileRecord file);

    Optional<VersionRecord> findVersion(Workspace workspace, FileId fileId, VersionId id);

    /**
     * The versions of a file in one of the states, newest first.
     *
     * @param olderThan only versions older than this one; null for all
     * @param limit maximum number of results, at least 1
     */
    List<VersionRecord> findVersions(
            Workspace workspace, FileId fileId, Set<VersionState> states, @Nullable VersionId olderThan, int limit);

    /**
     * Returns what a reader of the file may not have seen yet, newest first: its pending uploads from the latest version on, and
     * versions committed above it.
     *
     * @param latest the file's latest version when it was read; null when it had none
     * @param limit maximum number of results, at least 1
     */
    List<VersionRecord> findUnseen(Workspace workspace, FileId fileId, @Nullable VersionId latest, int limit);

    /**
     * Returns a workspace's pending uploads whose last link ended after a time, newest version id first.
     *
     * @param limit maximum number of results, at least 1
     */
    List<VersionRecord> findPendingVersions(Workspace workspace, Instant linkExpiresAfter, int limit);

    /**
     * Counts a workspace's pending uploads whose last link ended after a time.
     *
     * @param max how far it is counted, at least 1; that many may be more
     */
    int countPendingVersions(Workspace workspace, Instant linkExpiresAfter, int max);

    /**
     * Returns a workspace's pending uploads, newest version id first, then by file id.
     *
     * @param author only uploads issued to this user; null for all
     * @param after only uploads after this place; null for all
     * @param limit maximum number of results, at least 1
     */
    List<VersionRecord> findUploads(Workspace workspace, @Nullable UUID author, @Nullable UploadPlace after, int limit);

    /**
     * Counts a workspace's pending uploads.
     *
     * @param max how far it is counted, at least 1; that many may be more
     */
    int countUploads(Workspace workspace, int max);

    /** Counts a file's pending uploads; as {@link #countUploads(Workspace, int)}. */
    int countUploads(Workspace workspace, FileId fileId, int max);

    /** Stores a new version; empty when the file has one of that id. Its revision is ignored. */
    Optional<VersionRecord> createVersion(VersionRecord version);

    /** Replaces the version if it still is at the given record's revision; empty when it is not, or is gone. */
    Optional<VersionRecord> replaceVersion(VersionRecord version);

    /** Removes the version if it still is at the given record's revision; false when it is not, or is gone. */
    boolean removeVersion(VersionRecord version);

    /**
     * Versions of all workspaces whose next check is due, longest due first. What is not due costs nothing.
     *
     * @param now due are those with a next check at this time or before
     * @param continuation what the batch before gave as {@link Batch#continuation()}; null for the first
     * @param limit maximum number of results, at least 1
     */
    Batch<VersionRecord> findDueVersions(Instant now, @Nullable String continuation, int limit);

    /** Files of all workspaces whose next check is due; as {@link #findDueVersions}. */
    Batch<FileRecord> findDueFiles(Instant now, @Nullable String continuation, int limit);

    /**
     * Versions of all workspaces whose {@linkplain VersionRecord#verificationTask() bytes} are due to be read on; as
     * {@link #findDueVersions}. A version without such a task costs nothing.
     */
    Batch<VersionRecord> findDueVerifications(Instant now, @Nullable String continuation, int limit);

    /**
     * The files of a workspace that match, in the given order, then by path, then by id. Nascent files and those being purged
     * never match.
     *
     * @param offset number of results to skip, at least 0; skipped records are not loaded
     * @param limit maximum number of results, at least 1
     */
    FilePage listFiles(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit);

    /**
     * As {@link #listFiles}, but starting after a file instead of at an offset, at the cost of one page wherever that is, and
     * without a total.
     *
     * @param cursor what the batch before gave as {@link Batch#continuation()}; null for the first
     * @throws InvalidCursorException when the cursor is not one that this listing gave out
     */
    Batch<FileRecord> listFilesFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit);

    /**
     * Returns one level of a workspace: the files that match without a slash after {@code filter.prefix()}, any beginning of a path, and
     * the folders that end at the next slash and hold files that match at any depth. By path together, a folder at its path with the
     * slash; when {@code order} has criteria, the folders by path and then the files in that order.
     *
     * @param filter as if {@link FileFilter#onlyDirectChildren} was set
     * @param offset number of entries to skip, at least 0; all folders are counted, so a level of very many costs as much
     * @param limit maximum number of entries, at least 1
     */
    LevelPage listLevel(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit);

    /**
     * As {@link #listLevel}, but starting after an entry instead of at an offset, at the cost of one page wherever that is, and without a
     * total. A batch may have fewer entries than {@code limit} though others follow, where folders are so large that finding each is a
     * query.
     *
     * @param cursor what the batch before gave as {@link Batch#continuation()}; null for the first
     * @throws InvalidCursorException when the cursor is not one that this listing gave out
     */
    Batch<LevelEntry> listLevelFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit);

    /**
     * Stores which version an idempotency key stands for, unless that key of that file already stands for one at {@code now}.
     * Either way gives what is stored.
     */
    IdempotencyRecord createIdempotencyRecordIfAbsent(IdempotencyRecord record, Instant now);

    /** Removes idempotency records that have expired; a store that drops them by itself does nothing. */
    void removeExpiredIdempotencyRecords(Instant now);

    /** Checks that the store answers; for health checks. */
    void ping();
}
