package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;

/**
 * Read repair for one file: checks the blobs of its newest unfinished uploads, and records those that were committed. A transfer that
 * began in time may end long after its link, so an upload's age does not matter.
 */
@Singleton
class CommitOnRead {

    /** Of uploads above the latest version, and of all of them. */
    private static final int MAX_NEWER = 8;

    private static final int MAX_UPLOADS = 64;

    private final MetadataStore store;
    private final CommitUpload commits;
    private final ParallelCommits parallel;
    private final FilesSettings settings;

    CommitOnRead(MetadataStore store, CommitUpload commits, ParallelCommits parallel, FilesSettings settings) {
        this.store = store;
        this.commits = commits;
        this.parallel = parallel;
        this.settings = settings;
    }

    /** Returns the file after its uploads above the latest version are recorded; unchanged when there are none. */
    FileRecord refresh(FileRecord file) {
        return refresh(file, newer(file));
    }

    /** Returns the file after its uploads on both sides of the latest version are recorded. */
    FileRecord refreshHistory(FileRecord file) {
        FileRecord refreshed = refresh(file);
        return refresh(
                refreshed,
                store.findVersions(file.workspace(), file.id(), EnumSet.of(VersionState.PENDING), null, MAX_UPLOADS));
    }

    /**
     * Returns the file as {@link #refresh} does, for a decision that must not rest on an older state.
     *
     * @throws BlobStoreException when an upload could not be checked in time
     */
    FileRecord refreshForDecision(FileRecord file) {
        List<VersionRecord> uploads = newer(file);
        if (record(file, uploads) > 0) {
            throw new BlobStoreException("Uploads above the latest version could not be checked.", null);
        }
        return uploads.isEmpty() ? file : again(file);
    }

    private List<VersionRecord> newer(FileRecord file) {
        return store.findUnseen(file.workspace(), file.id(), file.latestVersionId(), MAX_NEWER);
    }

    private FileRecord refresh(FileRecord file, List<VersionRecord> uploads) {
        record(file, uploads);
        return uploads.isEmpty() ? file : again(file);
    }

    /** Returns how many of the uploads could not be checked. */
    private int record(FileRecord file, List<VersionRecord> uploads) {
        return parallel.commit(
                uploads, upload -> commits.commit(file, upload, CommitTrigger.READ), settings.readDeadline());
    }

    private FileRecord again(FileRecord file) {
        return store.findFile(file.workspace(), file.id()).orElse(file);
    }
}
