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
import java.util.Optional;

/**
 * Read repair for a whole workspace: checks the blobs of its uploads that may have been committed unnoticed, newest first, within the
 * read deadline and the budgets, and records those that were. One indexed query when nothing is in flight.
 */
@Singleton
class CommitOnList {

    /** Of those beyond the budget: a list says how many there are at least, and pays for no more. */
    private static final int MAX_COUNTED = 1_000;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final CommitUpload commits;
    private final CheckUploads check;
    private final FilesSettings settings;
    private final Clock clock;
    private final SharedLooks<Workspace> looks;

    CommitOnList(
            MetadataStore store,
            BlobStore blobs,
            CommitUpload commits,
            CheckUploads check,
            FilesSettings settings,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.commits = commits;
        this.check = check;
        this.settings = settings;
        this.clock = clock;
        this.looks = new SharedLooks<>(settings.readDeadline());
    }

    /** Records what is committed, and returns how many uploads, at least, the budget or the deadline left unchecked. */
    long refresh(Workspace workspace) {
        return looks.join(workspace, remaining -> look(workspace, remaining));
    }

    private long look(Workspace workspace, Duration deadline) {
        Instant linkExpiresAfter = clock.instant().minus(settings.lateUploadWindow());
        int calls = settings.readCallBudget();
        int budget = Math.min(settings.listCheckBudget(), calls);
        List<VersionRecord> uploads = store.findPendingVersions(workspace, linkExpiresAfter, budget);
        long total = uploads.size() < budget
                ? uploads.size()
                : store.countPendingVersions(workspace, linkExpiresAfter, budget + MAX_COUNTED);
        return Math.max(0, total - uploads.size())
                + check.check(uploads, this::commit, calls, deadline).unchecked();
    }

    /** Most uploads in flight are not committed yet: for them, the blob's properties are enough. */
    private Optional<VersionRecord> commit(VersionRecord upload) {
        return blobs.isCommitted(upload.blobName()) ? commits.commit(upload, CommitTrigger.READ) : Optional.empty();
    }
}
