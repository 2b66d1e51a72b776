package dev.fileapi.files;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.DeclarationMismatchException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.MetadataStore;
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
    private final Deadlines deadlines;
    private final FileMetrics metrics;
    private final Clock clock;

    RelinkUpload(
            MetadataStore store,
            FileFinder files,
            CommitUpload commits,
            BlobStore blobs,
            Deadlines deadlines,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.commits = commits;
        this.blobs = blobs;
        this.deadlines = deadlines;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A fresh link for an upload to a file.
     *
     * @param declaration what is declared for the bytes again
     * @throws UnknownFileException when there is no such file, or no such version of it
     * @throws FileGoneException when the file of the id is deleted
     * @throws NoUploadInProgressException when the upload has been completed
     * @throws DeclarationMismatchException when it was issued with something else than is told now
     */
    public UploadLink relink(Workspace workspace, FileRef ref, VersionId versionId, Declaration declaration) {
        FileRecord file = files.live(workspace, ref);
        VersionRecord version = renewed(file, versionId, declaration);
        metrics.linkIssued(true);
        Instant expiresAt = version.linkExpiresAt();
        return new UploadLink(file.id(), version.id(), blobs.signUpload(version.blobName(), expiresAt), expiresAt);
    }

    /** The upload with its time extended for a link issued now. */
    VersionRecord renewed(FileRecord file, VersionId versionId, Declaration declaration) {
        return OptimisticRetry.untilWritten(() -> tryToRenew(file, versionId, declaration));
    }

    private Optional<VersionRecord> tryToRenew(FileRecord file, VersionId versionId, Declaration declaration) {
        VersionRecord version = store.findVersion(file.workspace(), file.id(), versionId)
                .orElseThrow(() -> files.noVersion(file.id(), versionId));
        if (version.state() == VersionState.CANCELLED) {
            throw new UnknownFileException("The upload of version " + versionId
                    + " was cancelled: upload without version_id, and with another Idempotency-Key if with one.");
        }
        Optional<VersionRecord> ended = commits.commit(file, version, CommitTrigger.READ);
        if (ended.isPresent()) {
            throw new NoUploadInProgressException(over(ended.get()));
        }
        declaration.requireOf(version);
        Instant now = clock.instant();
        return store.replaceVersion(version.relinked(deadlines.uploadLinkExpiry(now), deadlines.earlyCheck(now)));
    }

    private static String over(VersionRecord ended) {
        RejectionReason rejection = ended.rejection();
        return rejection == null
                ? "The upload of version " + ended.id() + " has been completed: upload without version_id."
                : "The upload of version " + ended.id() + " was rejected: upload without version_id. "
                        + rejection.detail();
    }
}
