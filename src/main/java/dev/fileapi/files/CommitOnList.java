package dev.fileapi.files;

import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Read repair for a whole workspace: checks the blobs of its uploads that may have been committed unnoticed, newest first, within the
 * read deadline and a budget, and records those that were. One indexed query when nothing is in flight.
 */
@Singleton
class CommitOnList {

    private final MetadataStore store;
    private final BlobStore blobs;
    private final CommitUpload commits;
    private final ParallelCommits parallel;
    private final FilesSettings settings;
    private final Clock clock;
    private final SharedLooks<Workspace> looks;

    CommitOnList(
            MetadataStore store,
            BlobStore blobs,
            CommitUpload commits,
            ParallelCommits parallel,
            FilesSettings settings,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.commits = commits;
        this.parallel = parallel;
        this.settings = settings;
        this.clock = clock;
        this.looks = new SharedLooks<>(settings.readDeadline());
    }

    /** Records what is committed, and returns how many uploads the budget or the deadline left unchecked. */
    long refresh(Workspace workspace) {
        return looks.join(workspace, remaining -> look(workspace, remaining));
    }

    private long look(Workspace workspace, Duration deadline) {
        Instant linkExpiresAfter = clock.instant().minus(settings.lateUploadWindow());
        int budget = settings.listCheckBudget();
        List<VersionRecord> uploads = store.findPendingVersions(workspace, linkExpiresAfter, budget);
        long total = uploads.size() < budget ? uploads.size() : store.countPendingVersions(workspace, linkExpiresAfter);
        return Math.max(0, total - uploads.size()) + parallel.commit(uploads, this::commit, deadline);
    }

    /** Most uploads in flight are not committed yet: for them, the blob's properties are enough. */
    private void commit(VersionRecord upload) {
        if (blobs.isCommitted(upload.blobName())) {
            commits.commit(upload, CommitTrigger.READ);
        }
    }
}
