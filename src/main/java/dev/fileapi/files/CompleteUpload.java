package dev.fileapi.files;

import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadIncompleteException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;

/** Records an upload because its client says that the bytes are committed. May be repeated. */
@Singleton
public final class CompleteUpload {

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitUpload commits;

    CompleteUpload(MetadataStore store, FileFinder files, CommitUpload commits) {
        this.store = store;
        this.files = files;
        this.commits = commits;
    }

    /**
     * Records the upload, unless it is recorded already.
     *
     * @throws UnknownFileException when there is no such file or upload
     * @throws FileGoneException when the file is deleted
     * @throws UploadIncompleteException when no bytes are committed
     * @throws NoUploadInProgressException when the upload was cancelled
     */
    public CompletedUpload complete(Workspace workspace, FileId fileId, VersionId versionId) {
        FileRecord file = files.live(workspace, fileId);
        VersionRecord upload =
                store.findVersion(workspace, fileId, versionId).orElseThrow(() -> files.noVersion(fileId, versionId));
        if (upload.state() == VersionState.CANCELLED) {
            throw new NoUploadInProgressException("The upload of version " + versionId + " was cancelled.");
        }
        VersionRecord completed = commits.commit(file, upload, CommitTrigger.READ)
                .orElseThrow(() -> new UploadIncompleteException(incomplete(workspace, fileId, versionId)));
        return new CompletedUpload(current(file), completed);
    }

    private String incomplete(Workspace workspace, FileId fileId, VersionId versionId) {
        return store.findVersion(workspace, fileId, versionId)
                        .map(VersionRecord::verificationTask)
                        .isPresent()
                ? "The bytes of version " + versionId
                        + " are still being read to verify their checksum: ask again in a minute."
                : "No bytes are committed for version " + versionId
                        + ": send them to its link first, blocks with a block list.";
    }

    private FileRecord current(FileRecord file) {
        return store.findFile(file.workspace(), file.id())
                .filter(found -> found.state() == FileState.LIVE)
                .orElse(file);
    }
}
