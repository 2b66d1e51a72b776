package dev.fileapi.files;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a deleted file back: to its old path, or beside it under a new name when that is taken. */
@Singleton
public final class RestoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreFile.class);

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitOnRead commitOnRead;
    private final ReadFile read;
    private final WriteMarker markers;
    private final Deadlines deadlines;
    private final Clock clock;

    RestoreFile(
            MetadataStore store,
            FileFinder files,
            CommitOnRead commitOnRead,
            ReadFile read,
            WriteMarker markers,
            Deadlines deadlines,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.commitOnRead = commitOnRead;
        this.read = read;
        this.markers = markers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Restores the file, whatever its latest version is; as the other. */
    public Optional<FileView> restore(Workspace workspace, FileId fileId, User user) {
        return restore(workspace, fileId, user, null);
    }

    /**
     * Restores the file; does nothing when it is not deleted.
     *
     * @param condition judged against the file, deleted or not; null: none
     * @return the file when it came back under a new name; empty when it is at its old path
     * @throws UnknownFileException when there is no such file, or its retention has ended
     * @throws PreconditionFailedException when the condition is untrue
     */
    public Optional<FileView> restore(
            Workspace workspace, FileId fileId, User user, @Nullable UploadCondition condition) {
        Restored restored = OptimisticRetry.untilWritten(() -> tryToRestore(workspace, fileId, condition));
        LOG.info("file restored: file={} user={} renamed={}", fileId, user.id(), restored.renamed());
        return restored.renamed() ? Optional.of(read.latest(restored.file())) : Optional.empty();
    }

    private Optional<Restored> tryToRestore(Workspace workspace, FileId fileId, @Nullable UploadCondition condition) {
        FileRecord found = files.any(workspace, fileId);
        FileRecord file = condition == null ? commitOnRead.refresh(found) : commitOnRead.refreshForDecision(found);
        if (file.isNascent() || file.state() == FileState.PURGING) {
            throw files.noFile(fileId);
        }
        if (condition != null) {
            condition.require(file.latest());
        }
        if (file.state() == FileState.LIVE) {
            return Optional.of(new Restored(file, false));
        }
        Instant checkMarkAt = deadlines.markerCheckAt(clock.instant());
        FileWrite write = store.replaceFile(file.restored(file.path(), checkMarkAt));
        for (int number = 1; write instanceof FileWrite.SlotTaken; number++) {
            write = store.replaceFile(file.restored(file.path().siblingNamed("restored " + number), checkMarkAt));
        }
        if (write instanceof FileWrite.Written written) {
            FileRecord restored = written.file();
            markers.writeOrLeave(restored);
            return Optional.of(new Restored(restored, !restored.path().equals(file.path())));
        }
        return Optional.empty();
    }

    private record Restored(FileRecord file, boolean renamed) {}
}
