package dev.fileapi.files;

import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows and cancels uploads in progress. */
@Singleton
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitUpload commits;
    private final WithdrawUpload withdraw;
    private final UploadStates states;

    Uploads(MetadataStore store, FileFinder files, CommitUpload commits, WithdrawUpload withdraw, UploadStates states) {
        this.store = store;
        this.files = files;
        this.commits = commits;
        this.withdraw = withdraw;
        this.states = states;
    }

    /**
     * How far one upload is, whatever became of it.
     *
     * @throws UnknownFileException when there is no such file or upload
     * @throws FileGoneException when the file is deleted
     */
    public UploadState state(Workspace workspace, FileId fileId, VersionId versionId) {
        FileRecord file = files.live(workspace, fileId);
        VersionRecord version = find(file, versionId);
        VersionRecord now = commits.commit(file, version, CommitTrigger.READ).orElse(version);
        return now.state() == VersionState.PENDING ? states.withBlocks(now) : states.withoutBlocks(now);
    }

    /**
     * Gives an upload up: nothing that is committed through its links from now on becomes a version. Its record and blocks go
     * when no link to its blob lives any more, because a live link could make a removed blob again. One that was rejected stays so.
     *
     * @throws UnknownFileException when there is no such file or upload
     * @throws FileGoneException when the file is deleted
     * @throws NoUploadInProgressException when the upload has been completed
     */
    public void cancel(Workspace workspace, FileId fileId, VersionId versionId) {
        OptimisticRetry.untilWritten(() -> tryToCancel(files.live(workspace, fileId), versionId));
        LOG.info("upload cancelled: file={} version={}", fileId, versionId);
    }

    private Optional<VersionRecord> tryToCancel(FileRecord file, VersionId versionId) {
        VersionRecord version = find(file, versionId);
        if (version.state() == VersionState.CANCELLED) {
            return withdraw.confirm(version) ? Optional.of(version) : Optional.empty();
        }
        Optional<VersionRecord> ended = commits.commit(file, version, CommitTrigger.READ);
        if (ended.filter(upload -> upload.state() == VersionState.REJECTED).isPresent()) {
            return ended;
        }
        if (ended.isPresent()) {
            throw new NoUploadInProgressException(
                    "The upload of version " + version.id() + " has been completed: it cannot be cancelled.");
        }
        return withdraw.cancel(version);
    }

    private VersionRecord find(FileRecord file, VersionId versionId) {
        return store.findVersion(file.workspace(), file.id(), versionId)
                .orElseThrow(() -> files.noVersion(file.id(), versionId));
    }
}
