package dev.fileapi.files;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a file with a link to download one of its versions. */
@Singleton
public final class ReadFile {

    private static final int HISTORY_BATCH = 5_000;

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitOnRead commitOnRead;
    private final CommitUpload commits;
    private final BlobStore blobs;
    private final Deadlines deadlines;
    private final FilesSettings settings;
    private final Clock clock;

    ReadFile(
            MetadataStore store,
            FileFinder files,
            CommitOnRead commitOnRead,
            CommitUpload commits,
            BlobStore blobs,
            Deadlines deadlines,
            FilesSettings settings,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.commitOnRead = commitOnRead;
        this.commits = commits;
        this.blobs = blobs;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A file with a link to one of its versions.
     *
     * @throws UnknownFileException when there is no such file or version
     * @throws FileGoneException when the file of the id is deleted, and not asked for as such
     */
    public FileView read(Workspace workspace, FileRef ref, FileQuery query) {
        return read(workspace, ref, query, settings.readDeadline());
    }

    /**
     * As {@link #read(Workspace, FileRef, FileQuery)}, with another deadline.
     *
     * @param deadline how long to wait until uploads are checked; when it is zero, none is
     * @throws BlobStoreException when there is no time to check what may be the version that is asked for
     */
    FileView read(Workspace workspace, FileRef ref, FileQuery query, Duration deadline) {
        // a version that is named is recorded by itself
        int calls = settings.readCallBudget() - (query.versionId() == null ? 0 : CheckUploads.CALLS_TO_RECORD);
        ReadLimits limits = new ReadLimits(calls, deadline);
        FileRecord found = files.any(workspace, ref);
        CommitOnRead.Refreshed refreshed = query.includeVersions()
                ? commitOnRead.refreshHistory(found, limits)
                : commitOnRead.refresh(found, limits);
        FileRecord file = refreshed.file();
        if (file.isNascent()) {
            if (refreshed.unchecked() > 0 && limits.isOver()) {
                throw unchecked("The uploads of the file");
            }
            throw files.noFile(ref);
        }
        if (!file.isNamed(ref)) {
            throw files.noFile(ref);
        }
        if (file.state() == FileState.DELETED && !query.deleted()) {
            throw new FileGoneException("The file is deleted: ask for it with deleted=true, or restore it.");
        }
        return view(file, query, version(file, query.versionId(), limits), refreshed.unchecked());
    }

    /** The file at its latest version, without asking whether there is a newer one; the file must have one. */
    FileView latest(FileRecord file) {
        CommittedVersion latest = Objects.requireNonNull(file.latest(), "The file has a version");
        return at(file, latest);
    }

    /** The file at one of its versions, as {@link #latest}. */
    FileView at(FileRecord file, CommittedVersion version) {
        return view(file, FileQuery.of(null, false, false), version, 0);
    }

    private FileView view(FileRecord file, FileQuery query, CommittedVersion version, int unchecked) {
        URI download = blobs.signDownload(
                new BlobName(file.workspace(), file.id(), version.id()),
                version.blob(),
                new Download(file.path().name(), version.details().contentType(), query.disposition()),
                deadlines.downloadLinkExpiry(clock.instant(), query.linkLifetime()));
        return new FileView(file, version, download, query.includeVersions() ? history(file) : null, unchecked);
    }

    private CommittedVersion version(FileRecord file, @Nullable VersionId versionId, ReadLimits limits) {
        CommittedVersion latest = file.latest();
        if (latest != null && (versionId == null || latest.id().equals(versionId))) {
            return latest;
        }
        if (versionId == null) {
            throw files.noFile(file.id());
        }
        return store.findVersion(file.workspace(), file.id(), versionId)
                .flatMap(found -> recorded(file, found, limits))
                .flatMap(VersionRecord::committed)
                .orElseThrow(() -> files.noVersion(file.id(), versionId));
    }

    private Optional<VersionRecord> recorded(FileRecord file, VersionRecord version, ReadLimits limits) {
        if (version.state() == VersionState.PENDING && limits.isOver()) {
            throw unchecked("Version " + version.id());
        }
        return commits.commit(file, version, CommitTrigger.READ);
    }

    private static BlobStoreException unchecked(String what) {
        return new BlobStoreException(what + " could not be checked in time.", null);
    }

    private List<VersionRecord> history(FileRecord file) {
        List<VersionRecord> history = new ArrayList<>();
        VersionId olderThan = null;
        List<VersionRecord> batch;
        do {
            batch = store.findVersions(
                    file.workspace(), file.id(), EnumSet.of(VersionState.COMMITTED), olderThan, HISTORY_BATCH);
            history.addAll(batch);
            olderThan = batch.isEmpty() ? null : batch.get(batch.size() - 1).id();
        } while (batch.size() == HISTORY_BATCH);
        return history;
    }
}
