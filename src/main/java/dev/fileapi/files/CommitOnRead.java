package dev.fileapi.files;

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
        return refresh(file, store.findUnseen(file.workspace(), file.id(), file.latestVersionId(), MAX_NEWER));
    }

    /** Returns the file after its uploads on both sides of the latest version are recorded. */
    FileRecord refreshHistory(FileRecord file) {
        FileRecord refreshed = refresh(file);
        return refresh(
                refreshed,
                store.findVersions(file.workspace(), file.id(), EnumSet.of(VersionState.PENDING), null, MAX_UPLOADS));
    }

    private FileRecord refresh(FileRecord file, List<VersionRecord> uploads) {
        if (uploads.isEmpty()) {
            return file;
        }
        parallel.commit(uploads, upload -> commits.commit(file, upload, CommitTrigger.READ), settings.readDeadline());
        return store.findFile(file.workspace(), file.id()).orElse(file);
    }
}
