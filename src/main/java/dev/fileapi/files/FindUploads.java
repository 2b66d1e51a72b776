package dev.fileapi.files;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.UploadPlace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the uploads in progress of a workspace, so that any client can resume what another began. */
@Singleton
public final class FindUploads {

    /** How many uploads are read together, and how often for one page: one with few matches may be short. */
    private static final int BATCH = 500;

    private static final int MAX_READS = 2;

    private final MetadataStore store;
    private final CommitUpload commits;
    private final CheckUploads check;
    private final UploadStates states;
    private final FilesSettings settings;

    FindUploads(
            MetadataStore store,
            CommitUpload commits,
            CheckUploads check,
            UploadStates states,
            FilesSettings settings) {
        this.store = store;
        this.commits = commits;
        this.check = check;
        this.states = states;
        this.settings = settings;
    }

    /**
     * A page of uploads.
     *
     * @param uploads newest version id first
     * @param limit maximum number of results that was used
     * @param next where the next page begins; null after the last
     * @param unchecked how many of them may be committed
     */
    public record Page(
            List<UploadInProgress> uploads,
            int limit,
            @Nullable UploadPlace next,
            int unchecked) {}

    /**
     * Returns a page of the uploads in progress, after those of the page whose bytes are committed have been recorded.
     *
     * @param includeBlocks whether to ask the blob service for the staged blocks of each
     * @param after where the page begins; null for the first
     * @param limit maximum number of results, at least 1; fewer do not mean that it is the last. With blocks, the budget of remote
     *     calls may make it less
     */
    public Page find(
            Workspace workspace, UploadFilter filter, boolean includeBlocks, @Nullable UploadPlace after, int limit) {
        long end = System.nanoTime() + settings.readDeadline().toNanos();
        int size = includeBlocks ? Math.min(limit, states.maxWithBlocks()) : limit;
        Matches matches = matches(workspace, filter, after, size);
        CheckUploads.Checked checked = check.check(
                matches.uploads(),
                upload -> commits.commit(upload, CommitTrigger.READ),
                settings.readCallBudget() - (includeBlocks ? matches.uploads().size() : 0),
                settings.readDeadline().dividedBy(2));
        List<UploadState> open = includeBlocks
                ? states.withBlocks(checked.open(), Duration.ofNanos(Math.max(0, end - System.nanoTime())))
                : checked.open().stream().map(states::withoutBlocks).toList();
        return new Page(
                open.stream()
                        .map(upload -> new UploadInProgress(matches.path(upload.version()), upload))
                        .toList(),
                size,
                matches.next(),
                checked.unchecked());
    }

    private Matches matches(Workspace workspace, UploadFilter filter, @Nullable UploadPlace after, int limit) {
        List<VersionRecord> found = new ArrayList<>();
        Map<FileId, FilePath> paths = new HashMap<>();
        UploadPlace place = after;
        for (int read = 0; read < MAX_READS; read++) {
            int wanted = filter.prefix().isEmpty() ? limit - found.size() : Math.max(BATCH, limit - found.size());
            List<VersionRecord> uploads = uploads(workspace, filter, place, wanted);
            paths.putAll(paths(workspace, uploads));
            for (VersionRecord upload : uploads) {
                place = UploadPlace.of(upload);
                FilePath path = paths.get(upload.fileId());
                if (path != null && filter.matches(path, upload.createdBy())) {
                    found.add(upload);
                }
                if (found.size() == limit) {
                    return new Matches(found, paths, place);
                }
            }
            if (uploads.size() < wanted) {
                return new Matches(found, paths, null);
            }
        }
        return new Matches(found, paths, place);
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

    private Map<FileId, FilePath> paths(Workspace workspace, List<VersionRecord> uploads) {
        Set<FileId> ids = uploads.stream().map(VersionRecord::fileId).collect(Collectors.toSet());
        return store.findFiles(workspace, ids).stream()
                .filter(file -> file.state() == FileState.LIVE)
                .collect(Collectors.toMap(FileRecord::id, FileRecord::path));
    }

    /**
     * Uploads that match.
     *
     * @param next where the next ones begin; null when there are no others
     */
    private record Matches(
            List<VersionRecord> uploads,
            Map<FileId, FilePath> paths,
            @Nullable UploadPlace next) {

        FilePath path(VersionRecord upload) {
            return Objects.requireNonNull(paths.get(upload.fileId()), "Only uploads of files that were found match");
        }
    }
}
