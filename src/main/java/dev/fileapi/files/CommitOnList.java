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
    private final SharedLooks<Look> looks;

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
    long refresh(Workspace workspace, CheckEffort effort) {
        Look look = new Look(workspace, effort);
        return looks.join(look, remaining -> look(look, remaining));
    }

    private long look(Look look, Duration deadline) {
        Workspace workspace = look.workspace();
        Instant linkExpiresAfter = clock.instant().minus(settings.lateUploadWindow());
        int calls = calls(look.effort());
        int budget = Math.min(settings.listCheckBudget(), calls);
        List<VersionRecord> uploads = store.findPendingVersions(workspace, linkExpiresAfter, budget);
        long total = uploads.size() < budget
                ? uploads.size()
                : store.countPendingVersions(workspace, linkExpiresAfter, budget + MAX_COUNTED);
        return Math.max(0, total - uploads.size())
                + check.check(uploads, this::commit, calls, deadline).unchecked();
    }

    private int calls(CheckEffort effort) {
        return switch (effort) {
            case BOUNDED -> settings.readCallBudget();
            case FULL ->
                Math.max(settings.readCallBudget(), settings.listCheckBudget() * (1 + CheckUploads.CALLS_TO_RECORD));
        };
    }

    /** Most uploads in flight are not committed yet: for them, the blob's properties are enough. */
    private Optional<VersionRecord> commit(VersionRecord upload) {
        return blobs.isCommitted(upload.blobName()) ? commits.commit(upload, CommitTrigger.READ) : Optional.empty();
    }

    /** What callers that come together share. */
    private record Look(Workspace workspace, CheckEffort effort) {}
}
