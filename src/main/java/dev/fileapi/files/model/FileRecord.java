package dev.fileapi.files.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as the metadata store keeps it.
 *
 * @param latest the newest committed version; null while the file is nascent: created, but nothing committed yet
 * @param deletion null for a live file
 * @param nextCheckAt when the sweep is to look at it: a nascent file for being left empty, one that was deleted, restored or
 *     moved for its {@linkplain FileMarker marker}, one that was given tags for its version to have them, then a deleted one for its purge; null
 *     when never
 */
public record FileRecord(
        Workspace workspace,
        FileId id,
        FilePath path,
        FileState state,
        Instant createdAt,
        User createdBy,
        @Nullable CommittedVersion latest,
        @Nullable Deletion deletion,
        @Nullable Instant nextCheckAt,
        Revision revision)
        implements Scheduled {

    public Slot slot() {
        return state == FileState.LIVE ? Slot.of(path) : Slot.ofDeleted(id);
    }

    /** Returns whether a caller who names a file so means this one: by a path, the live file there. */
    public boolean isNamed(FileRef name) {
        return name instanceof FilePath named ? state == FileState.LIVE && path.equals(named) : id.equals(name);
    }

    public boolean isNascent() {
        return latest == null;
    }

    public @Nullable VersionId latestVersionId() {
        return latest == null ? null : latest.id();
    }

    /** This file at another version; a nascent one is no longer looked at for having been left empty. */
    public FileRecord pointingAt(CommittedVersion newLatest) {
        boolean nascent = state == FileState.LIVE && isNascent();
        return with(path, state, newLatest, deletion, nascent ? null : nextCheckAt);
    }

    /** This file without a version, as if it were new; a live one is looked at for having been left empty at the given time. */
    public FileRecord emptied(Instant emptyCheckAt) {
        return with(path, state, null, deletion, state == FileState.LIVE ? emptyCheckAt : nextCheckAt);
    }

    /** This file with other tags of its latest version, to be looked at at the given time if it is not due before. */
    public FileRecord withTags(Map<String, String> tags, Instant checkAt) {
        CommittedVersion tagged =
                latest == null ? null : latest.withDetails(latest.details().withTags(tags));
        return with(path, state, tagged, deletion, notLaterThan(checkAt));
    }

    /** This file at another path, its marker to be looked at at the given time if the file is not due before. */
    public FileRecord movedTo(FilePath newPath, Instant checkMarkAt) {
        return with(newPath, state, latest, deletion, notLaterThan(checkMarkAt));
    }

    public FileRecord withNextCheckAt(@Nullable Instant newNextCheckAt) {
        return with(path, state, latest, deletion, newNextCheckAt);
    }

    /** This file out of sight, its marker to be looked at at the given time. */
    public FileRecord deleted(Deletion newDeletion, Instant checkMarkAt) {
        return with(path, FileState.DELETED, latest, newDeletion, checkMarkAt);
    }

    /** This file back in sight at the given path, its marker to be looked at at the given time. */
    public FileRecord restored(FilePath newPath, Instant checkMarkAt) {
        return with(newPath, FileState.LIVE, latest, null, checkMarkAt);
    }

    /** This file given over to its removal. */
    public FileRecord purging() {
        return with(path, FileState.PURGING, latest, deletion, nextCheckAt);
    }

    private Instant notLaterThan(Instant checkAt) {
        return nextCheckAt != null && nextCheckAt.isBefore(checkAt) ? nextCheckAt : checkAt;
    }

    private FileRecord with(
            FilePath newPath,
            FileState newState,
            @Nullable CommittedVersion newLatest,
            @Nullable Deletion newDeletion,
            @Nullable Instant newNextCheckAt) {
        return new FileRecord(
                workspace,
                id,
                newPath,
                newState,
                createdAt,
                createdBy,
                newLatest,
                newDeletion,
                newNextCheckAt,
                revision);
    }
}
