package dev.fileapi.files;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.UploadPlace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the uploads in progress of a workspace, so that any client can resume what another began. */
@Singleton
public final class FindUploads {

    /** How many uploads one page looks at, at most; a page with few matches may be short. */
    private static final int MAX_LOOKED_AT = 1_000;

    private static final int THREADS = 16;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final CommitOnList commitOnList;
    private final Deadlines deadlines;
    private final WorkerThreads threads = new WorkerThreads("find-uploads", THREADS);

    FindUploads(MetadataStore store, BlobStore blobs, CommitOnList commitOnList, Deadlines deadlines) {
        this.store = store;
        this.blobs = blobs;
        this.commitOnList = commitOnList;
        this.deadlines = deadlines;
    }

    /**
     * A page of uploads.
     *
     * @param uploads newest version id first
     * @param next where the next page begins; null after the last
     */
    public record Page(
            List<UploadInProgress> uploads, @Nullable UploadPlace next) {}

    /**
     * Returns a page of the uploads in progress, after those whose bytes are committed have been recorded.
     *
     * @param includeBlocks whether to ask the blob service for the staged blocks of each
     * @param after where the page begins; null for the first
     * @param limit maximum number of results, at least 1; fewer do not mean that it is the last
     */
    public Page find(
            Workspace workspace, UploadFilter filter, boolean includeBlocks, @Nullable UploadPlace after, int limit) {
        commitOnList.refresh(workspace);
        List<UploadInProgress> found = new ArrayList<>();
        UploadPlace place = after;
        int lookedAt = 0;
        boolean more = true;
        while (more && found.size() < limit && lookedAt < MAX_LOOKED_AT) {
            int wanted = limit - found.size();
            List<VersionRecord> uploads = uploads(workspace, filter, place, wanted);
            threads.each(uploads, upload -> look(upload, filter, includeBlocks)).stream()
                    .flatMap(Optional::stream)
                    .forEach(found::add);
            more = uploads.size() == wanted;
            place = uploads.isEmpty() ? place : UploadPlace.of(uploads.get(uploads.size() - 1));
            lookedAt += uploads.size();
        }
        return new Page(found, more ? place : null);
    }

    /** Those of one file are found by its path, without a look at the others. */
    private List<VersionRecord> uploads(
            Workspace workspace, UploadFilter filter, @Nullable UploadPlace after, int limit) {
        FilePath path = filter.path();
        if (path == null) {
            return store.findUploads(workspace, filter.author(), after, limit);
        }
        return store.findFile(workspace, Slot.of(path))
                .map(file -> store.findVersions(
                        workspace,
                        file.id(),
                        EnumSet.of(VersionState.PENDING),
                        after == null ? null : after.versionId(),
                        limit))
                .orElse(List.of());
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private Optional<UploadInProgress> look(VersionRecord upload, UploadFilter filter, boolean includeBlocks) {
        return store.findFile(upload.workspace(), upload.fileId())
                .filter(file -> file.state() == FileState.LIVE)
                .map(FileRecord::path)
                .filter(path -> filter.matches(path, upload.createdBy()))
                .map(path -> new UploadInProgress(path, state(upload, includeBlocks)));
    }

    private UploadState state(VersionRecord upload, boolean includeBlocks) {
        List<StagedBlock> blocks = includeBlocks ? blobs.stagedBlocks(upload.blobName()) : List.of();
        return new UploadState(upload, blocks, deadlines.discardAt(upload.linkExpiresAt()));
    }
}
