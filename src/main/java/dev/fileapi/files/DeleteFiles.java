package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deletes many files in one call, each as a deletion by itself does, in bounded time. */
@Singleton
public final class DeleteFiles {

    private final DeleteFile files;
    private final FilesSettings settings;

    DeleteFiles(DeleteFile files, FilesSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Begins a call. Its files may be deleted on several threads. */
    public Call begin(Workspace workspace, User user) {
        return new Call(workspace, user, new CallTime(settings.readDeadline()));
    }

    /** One call, of which the time to check conditions goes by. */
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
         * Deletes a file as {@link DeleteFile#delete(Workspace, FileRef, User, UploadCondition)} does.
         *
         * @param condition judged against the live file; null: none
         * @return the file, if this call has deleted it; empty when there was none to delete
         * @throws PreconditionFailedException when the condition is untrue
         * @throws BlobStoreException when it could not be checked in time
         */
        public Optional<FileRecord> delete(FileRef ref, @Nullable UploadCondition condition) {
            return files.delete(workspace, ref, user, condition, time.ofNext());
        }
    }
}
