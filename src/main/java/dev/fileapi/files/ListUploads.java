package dev.fileapi.files;

import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the uploads in progress of a file, with their blocks. */
@Singleton
public final class ListUploads {

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitUpload commits;
    private final CheckUploads check;
    private final UploadStates states;
    private final FilesSettings settings;

    ListUploads(
            MetadataStore store,
            FileFinder files,
            CommitUpload commits,
            CheckUploads check,
            UploadStates states,
            FilesSettings settings) {
        this.store = store;
        this.files = files;
        this.commits = commits;
        this.check = check;
        this.states = states;
        this.settings = settings;
    }

    /**
     * A page of uploads.
     *
     * @param uploads newest first
     * @param limit maximum number of results that was used
     * @param next the next page has those older than this one; null after the last
     * @param unchecked how many of them may be committed
     */
    public record Page(
            List<UploadState> uploads, int limit, @Nullable VersionId next, int unchecked) {}

    /**
     * Returns a page of the file's uploads in progress, after those of the page whose bytes are committed have been recorded.
     *
     * @param olderThan where the page begins; null for the first
     * @param limit maximum number of results, at least 1; the budget of remote calls may make it less
     * @throws UnknownFileException when there is no such file
     * @throws FileGoneException when it is deleted
     */
    public Page page(Workspace workspace, FileId fileId, @Nullable VersionId olderThan, int limit) {
        long end = System.nanoTime() + settings.readDeadline().toNanos();
        FileRecord file = files.live(workspace, fileId);
        int size = Math.min(limit, states.maxWithBlocks());
        List<VersionRecord> found =
                store.findVersions(workspace, file.id(), EnumSet.of(VersionState.PENDING), olderThan, size + 1);
        List<VersionRecord> uploads = found.subList(0, Math.min(size, found.size()));
        CheckUploads.Checked checked = check.check(
                uploads,
                upload -> commits.commit(file, upload, CommitTrigger.READ),
                settings.readCallBudget() - uploads.size(),
                settings.readDeadline().dividedBy(2));
        return new Page(
                states.withBlocks(checked.open(), Duration.ofNanos(Math.max(0, end - System.nanoTime()))),
                size,
                found.size() > size ? uploads.get(size - 1).id() : null,
                checked.unchecked());
    }
}
