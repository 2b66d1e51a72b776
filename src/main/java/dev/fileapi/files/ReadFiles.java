package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Workspace;
import jakarta.inject.Singleton;

/** Shows many files in one call, each as a read by itself would show it, in bounded time. */
@Singleton
public final class ReadFiles {

    private final ReadFile files;
    private final FilesSettings settings;

    ReadFiles(ReadFile files, FilesSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Begins a call. Its files may be read on several threads. */
    public Call begin(Workspace workspace) {
        return new Call(workspace, new CallTime(settings.readDeadline()));
    }

    /** One call, of which the time to check uploads goes by; from then on files are shown as they are recorded. */
    public final class Call {

        private final Workspace workspace;
        private final CallTime time;

        private Call(Workspace workspace, CallTime time) {
            this.workspace = workspace;
            this.time = time;
        }

        /**
         * Returns a file as {@link ReadFile#read} does; once the time has gone by, as it is recorded, with its uploads as unchecked.
         *
         * @throws UnknownFileException when there is no such file or version
         * @throws FileGoneException when the file is deleted, and not asked for as such
         * @throws BlobStoreException when what may be the version asked for could not be checked in time
         */
        public FileView read(FileRef ref, FileQuery query) {
            return files.read(workspace, ref, query, time.ofNext());
        }
    }
}
