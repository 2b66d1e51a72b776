package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.PathTakenException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves many files in one call, each as a move by itself does, in bounded time. */
@Singleton
public final class MoveFiles {

    private final MetadataStore store;
    private final MoveFile files;
    private final FilesSettings settings;

    MoveFiles(MetadataStore store, MoveFile files, FilesSettings settings) {
        this.store = store;
        this.files = files;
        this.settings = settings;
    }

    /** Begins a call. Its files may be moved on several threads. */
    public Call begin(Workspace workspace, User user) {
        return new Call(workspace, user, new CallTime(settings.readDeadline()));
    }

    /** One call, of which the time to check uploads goes by. */
    public final class Call {

        private final Workspace workspace;
        private final User user;
        private final CallTime time;

        private Call(Workspace workspace, User user, CallTime time) {
            this.workspace = workspace;
            this.user = user;
            this.time = time;
        }

        /**
         * Returns where files are now.
         *
         * @param ids of files that may be there or not; 1,000 at most
         */
        public Map<FileId, FilePath> pathsOf(Set<FileId> ids) {
            return ids.isEmpty()
                    ? Map.of()
                    : store.findFiles(workspace, ids).stream()
                            .collect(Collectors.toMap(FileRecord::id, FileRecord::path));
        }

        /**
         * Moves a file as {@link MoveFile#move(Workspace, FileRef, FilePath, User, UploadCondition)} does.
         *
         * @param condition judged against the live file; null: none
         * @throws UnknownFileException when there is no such file, or no version of it is committed
         * @throws FileGoneException when the file of the id is deleted
         * @throws PreconditionFailedException when the condition is untrue
         * @throws PathTakenException when another file is at the path
         * @throws BlobStoreException when the file's uploads could not be checked in time
         */
        public FileRecord move(FileRef ref, FilePath to, @Nullable UploadCondition condition) {
            return files.move(workspace, ref, to, user, condition, time.ofNext());
        }
    }
}
