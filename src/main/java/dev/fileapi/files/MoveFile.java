package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.PathTakenException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a file to another path: one write of its record, which changes path and slot together. Its id, its versions, their bytes and its
 * uploads in progress stay as they are.
 */
@Singleton
public final class MoveFile {

    private static final Logger LOG = LoggerFactory.getLogger(MoveFile.class);

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitOnRead commitOnRead;
    private final WriteMarker markers;
    private final Deadlines deadlines;
    private final FilesSettings settings;
    private final Clock clock;

    MoveFile(
            MetadataStore store,
            FileFinder files,
            CommitOnRead commitOnRead,
            WriteMarker markers,
            Deadlines deadlines,
            FilesSettings settings,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.commitOnRead = commitOnRead;
        this.markers = markers;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Moves a file; does nothing when it is there already.
     *
     * @param condition judged against the live file; null: none
     * @return the file at its new path
     * @throws UnknownFileException when there is no such file, or no version of it is committed
     * @throws FileGoneException when the file of the id is deleted
     * @throws PreconditionFailedException when the condition is untrue
     * @throws PathTakenException when another file is at the path, even one without a version
     * @throws BlobStoreException when it could not be checked in time which version is the latest
     */
    public FileRecord move(
            Workspace workspace, FileRef ref, FilePath to, User user, @Nullable UploadCondition condition) {
        return move(workspace, ref, to, user, condition, settings.readDeadline());
    }

    /** As the other, with another deadline of that check; when it is zero, nothing can be checked. */
    FileRecord move(
            Workspace workspace,
            FileRef ref,
            FilePath to,
            User user,
            @Nullable UploadCondition condition,
            Duration deadline) {
        return OptimisticRetry.untilWritten(() -> {
            FileRecord file = commitOnRead.refreshForDecision(files.any(workspace, ref), deadline);
            if (file.isNascent() || file.state() == FileState.PURGING) {
                throw files.noFile(ref);
            }
            // another file may be at the path by now
            return file.isNamed(ref) ? tryToMove(file, to, user, condition, deadline) : Optional.empty();
        });
    }

    private Optional<FileRecord> tryToMove(
            FileRecord file, FilePath to, User user, @Nullable UploadCondition condition, Duration deadline) {
        if (file.state() == FileState.DELETED) {
            throw new FileGoneException("The file is deleted: restore it first.");
        }
        if (condition != null) {
            condition.require(file.latest());
        }
        if (file.path().equals(to)) {
            return Optional.of(file);
        }
        FileWrite write = store.replaceFile(file.movedTo(to, deadlines.markerCheckAt(clock.instant())));
        if (write instanceof FileWrite.Written written) {
            LOG.info("file moved: file={} user={}", file.id(), user.id());
            markers.writeOrLeave(written.file());
            return Optional.of(written.file());
        }
        if (write instanceof FileWrite.SlotTaken) {
            refuse(file, to, deadline);
        }
        return Optional.empty();
    }

    /** Does nothing when the path is free again, or another call has moved the file there. */
    private void refuse(FileRecord file, FilePath to, Duration deadline) {
        store.findFile(file.workspace(), Slot.of(to))
                .filter(occupant -> !occupant.id().equals(file.id()))
                .map(occupant -> commitOnRead.refresh(occupant, new ReadLimits(Integer.MAX_VALUE, deadline)))
                .ifPresent(occupant -> {
                    throw new PathTakenException(taken(occupant.file(), to));
                });
    }

    private static String taken(FileRecord occupant, FilePath to) {
        return occupant.isNascent()
                ? "An upload to '" + to
                        + "' is in progress: delete that path first, which gives the upload up, or name another path."
                : "There is a file at '" + to + "' already: move or delete it first, or name another path.";
    }
}
