package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives an upload in progress a fresh link to the same blob; what was staged there stays. */
@Singleton
public final class RelinkUpload {

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitUpload commits;
    private final BlobStore blobs;
    private final Lifetimes lifetimes;
    private final Measures measures;
    private final Clock clock;

    RelinkUpload(
            MetadataStore store,
            FileFinder files,
            CommitUpload commits,
            BlobStore blobs,
            Lifetimes lifetimes,
            Measures measures,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.commits = commits;
        this.blobs = blobs;
        this.lifetimes = lifetimes;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * A fresh link for an upload to the file at the path.
     *
     * @throws FileNotFoundException when there is no such file, or no such version of it
     * @throws NoUploadInProgressException when the upload has been completed
     */
    public UploadLink byPath(Workspace workspace, FilePath path, VersionId versionId) {
        return relink(files.live(workspace, path), versionId);
    }

    /**
     * As {@link #byPath}, by the file's id.
     *
     * @throws FileGoneException when the file is deleted
     */
    public UploadLink byId(Workspace workspace, FileId fileId, VersionId versionId) {
        return relink(files.live(workspace, fileId), versionId);
    }

    private UploadLink relink(FileRecord file, VersionId versionId) {
        VersionRecord version = renewed(file, versionId);
        measures.linkIssued(true);
        return new UploadLink(file.id(), version.id(), blobs.signUpload(version.blobName(), version.linkExpiresAt()));
    }

    /** The upload with its time extended for a link issued now. */
    VersionRecord renewed(FileRecord file, VersionId versionId) {
        return Attempts.untilWritten(() -> tryToRenew(file, versionId));
    }

    private Optional<VersionRecord> tryToRenew(FileRecord file, VersionId versionId) {
        VersionRecord version = store.findVersion(file.workspace(), file.id(), versionId)
                .orElseThrow(() -> files.noVersion(file.id(), versionId));
        if (version.state() == VersionState.CANCELLED) {
            throw new FileNotFoundException("The upload of version " + versionId
                    + " was cancelled: upload without version_id, and with another Idempotency-Key if with one.");
        }
        if (version.state() != VersionState.PENDING
                || commits.commit(file, version, NoticedBy.READ).isPresent()) {
            throw new NoUploadInProgressException(
                    "The upload of version " + versionId + " has been completed: upload without version_id.");
        }
        Instant now = clock.instant();
        return store.replaceVersion(version.relinked(lifetimes.uploadLinkExpiry(now), lifetimes.earlyCheck(now)));
    }
}
