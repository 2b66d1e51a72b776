package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a file with its versions; until its retention ends it can be restored. Uploads in progress may still be committed:
 * they belong to the deleted file and are there after a restore.
 */
@Singleton
public final class DeleteFile {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteFile.class);

    private final MetadataStore store;
    private final CommitOnRead commitOnRead;
    private final WriteMarker markers;
    private final Deadlines deadlines;
    private final FilesSettings settings;
    private final Clock clock;

    DeleteFile(
            MetadataStore store,
            CommitOnRead commitOnRead,
            WriteMarker markers,
            Deadlines deadlines,
            FilesSettings settings,
            Clock clock) {
        this.store = store;
        this.commitOnRead = commitOnRead;
        this.markers = markers;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes the file, whatever its latest version is; does nothing when there is none or it is deleted already. */
    public Optional<FileRecord> delete(Workspace workspace, FileRef ref, User user) {
        return delete(workspace, ref, user, null);
    }

    /**
     * Deletes the file; does nothing when there is none or it is deleted already.
     *
     * @param condition judged against the live file; null: none
     * @return the file, if this call has deleted it
     * @throws PreconditionFailedException when the condition is untrue
     * @throws BlobStoreException when it could not be checked in time which version is the latest, for the condition
     */
    public Optional<FileRecord> delete(
            Workspace workspace, FileRef ref, User user, @Nullable UploadCondition condition) {
        return delete(workspace, ref, user, condition, settings.readDeadline());
    }

    /** As the other, with another deadline of that check; when it is zero, nothing can be checked. */
    Optional<FileRecord> delete(
            Workspace workspace, FileRef ref, User user, @Nullable UploadCondition condition, Duration deadline) {
        return OptimisticRetry.untilWritten(() -> {
            Optional<FileRecord> live = store.findFile(workspace, ref).filter(DeleteFile::isLive);
            if (condition == null) {
                return tryToDelete(live, user);
            }
            Optional<FileRecord> now = live.map(file -> commitOnRead.refreshForDecision(file, deadline));
            // another file may be at the path by now
            return now.isPresent() && !now.get().isNamed(ref)
                    ? Optional.empty()
                    : tryToDelete(required(now.filter(DeleteFile::isLive), condition), user);
        });
    }

    private static Optional<FileRecord> required(Optional<FileRecord> live, UploadCondition condition) {
        condition.require(live.map(FileRecord::latest).orElse(null));
        return live;
    }

    /** Empty: look again. */
    private Optional<Optional<FileRecord>> tryToDelete(Optional<FileRecord> live, User user) {
        if (live.isEmpty()) {
            return Optional.of(live);
        }
        Instant now = clock.instant();
        FileRecord deleted = live.get().deleted(new Deletion(now, user), deadlines.markerCheckAt(now));
        if (store.replaceFile(deleted) instanceof FileWrite.Written written) {
            LOG.info("file deleted: file={} user={}", deleted.id(), user.id());
            markers.writeOrLeave(deleted);
            return Optional.of(Optional.of(written.file()));
        }
        return Optional.empty();
    }

    private static boolean isLive(FileRecord file) {
        return file.state() == FileState.LIVE;
    }
}
