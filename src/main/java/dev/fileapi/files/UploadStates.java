package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.BlobStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Tells how far uploads in progress are. */
@Singleton
class UploadStates {

    private final BlobStore blobs;
    private final Deadlines deadlines;
    private final FilesSettings settings;
    private final ReadThreads threads;

    UploadStates(BlobStore blobs, Deadlines deadlines, FilesSettings settings, ReadThreads threads) {
        this.blobs = blobs;
        this.deadlines = deadlines;
        this.settings = settings;
        this.threads = threads;
    }

    /** Returns how many uploads one read asks for their blocks, at most: each costs two calls, and one may have to be recorded. */
    int maxWithBlocks() {
        return (settings.readCallBudget() - CheckUploads.CALLS_TO_RECORD) / 2;
    }

    /**
     * Returns the states of uploads of one workspace, in their order, with their blocks.
     *
     * @throws BlobStoreException when the blob service failed or did not answer within the deadline
     * @throws RejectedExecutionException when too much is waiting already
     */
    List<UploadState> withBlocks(List<VersionRecord> uploads, Duration deadline) {
        return uploads.isEmpty()
                ? List.of()
                : threads.within(deadline, uploads.get(0).workspace(), uploads, this::withBlocks).stream()
                        .map(UploadStates::get)
                        .toList();
    }

    /** Returns the state of an upload with its blocks; waits as long as the blob service may take. */
    UploadState withBlocks(VersionRecord upload) {
        return new UploadState(
                upload, blobs.stagedBlocks(upload.blobName()), deadlines.discardAt(upload.linkExpiresAt()));
    }

    /** Returns the state of an upload whose blocks are not asked for. */
    UploadState withoutBlocks(VersionRecord upload) {
        return new UploadState(upload, List.of(), deadlines.discardAt(upload.linkExpiresAt()));
    }

    private static UploadState get(Future<UploadState> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for staged blocks", e);
        } catch (CancellationException e) {
            throw new BlobStoreException("Staged blocks were not listed within the deadline.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new BlobStoreException("Staged blocks could not be listed.", e.getCause());
        }
    }
}
