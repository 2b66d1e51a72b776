package dev.fileapi.files;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an old version of a file its newest again: blob storage copies the sealed bytes to the blob of a new version, which is recorded first
 * and committed as an upload's is. After a crash at any step the next event, read or sweep records a copy that was made, and removes what
 * is left of one that was not.
 */
@Singleton
public final class PromoteVersion {

    private static final Logger LOG = LoggerFactory.getLogger(PromoteVersion.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final FileFinder files;
    private final CommitOnRead commitOnRead;
    private final CommitUpload commits;
    private final CopyVersions copies;
    private final WithdrawUpload withdraw;
    private final UploadStates states;
    private final ReadFile read;

    PromoteVersion(
            MetadataStore store,
            BlobStore blobs,
            FileFinder files,
            CommitOnRead commitOnRead,
            CommitUpload commits,
            CopyVersions copies,
            WithdrawUpload withdraw,
            UploadStates states,
            ReadFile read) {
        this.store = store;
        this.blobs = blobs;
        this.files = files;
        this.commitOnRead = commitOnRead;
        this.commits = commits;
        this.copies = copies;
        this.withdraw = withdraw;
        this.states = states;
        this.read = read;
    }

    /**
     * Makes a copy of a committed version the latest. Does nothing when the version is the latest already.
     *
     * @param condition judged against the live file, and again when the copy is recorded; null: none
     * @param idempotencyKey calls of one user with the same key for the same version within 24 hours make one copy; null: a new one each
     * @throws UnknownFileException when there is no such file or committed version, or its bytes are gone, or the copy was cancelled
     * @throws FileGoneException when the file is deleted
     * @throws PreconditionFailedException when the condition is untrue, or the key was first used before the latest version came
     * @throws TooManyUploadsException when the file or the workspace has too many uploads in progress
     * @throws BlobStoreException when blob storage failed, or made a copy that cannot be a version
     */
    public Promotion promote(
            Workspace workspace,
            FileId fileId,
            VersionId versionId,
            User user,
            @Nullable UploadCondition condition,
            @Nullable String idempotencyKey) {
        FileRecord file = commitOnRead.refreshForDecision(files.live(workspace, fileId));
        CommittedVersion source = source(file, versionId);
        boolean isLatest = versionId.equals(file.latestVersionId());
        if (isLatest && (condition == null || condition.isMetBy(source))) {
            return new Promotion.Promoted(read.latest(file));
        }
        Declaration told = CopyVersions.toldOf(source);
        VersionRecord copy = idempotencyKey == null
                ? copies.create(file, user, condition, told)
                : copies.createOnce(file, user, condition, told, idempotencyKey + " of " + versionId);
        LOG.info("version promoted: blob={} source={} user={}", copy.blobName(), versionId, user.id());
        return finish(file, source, copy);
    }

    private CommittedVersion source(FileRecord file, VersionId id) {
        CommittedVersion latest = file.latest();
        return latest != null && latest.id().equals(id)
                ? latest
                : store.findVersion(file.workspace(), file.id(), id)
                        .flatMap(found -> commits.commit(file, found, CommitTrigger.READ))
                        .filter(found -> found.state() == VersionState.COMMITTED)
                        .flatMap(VersionRecord::committed)
                        .orElseThrow(() -> files.noVersion(file.id(), id));
    }

    /** A copy that an earlier call has begun is gone on with. */
    private Promotion finish(FileRecord file, CommittedVersion source, VersionRecord copy) {
        boolean begun = copy.state() != VersionState.PENDING
                || blobs.copy(new BlobName(file.workspace(), file.id(), source.id()), source.blob(), copy.blobName());
        Optional<VersionRecord> ended = commits.commit(file, copy, CommitTrigger.READ);
        if (ended.isPresent()) {
            return new Promotion.Promoted(shown(ended.get()));
        }
        if (!begun) {
            withdraw.cancel(copy);
            throw new UnknownFileException("The bytes of version " + source.id() + " are gone from blob storage.");
        }
        return store.findVersion(file.workspace(), file.id(), copy.id())
                .filter(found -> found.state() != VersionState.CANCELLED)
                .<Promotion>map(found -> new Promotion.Underway(states.withoutBlocks(found)))
                .orElseThrow(() -> new UnknownFileException("The copy, version " + copy.id()
                        + ", was cancelled: promote again, with another Idempotency-Key if with one."));
    }

    private FileView shown(VersionRecord ended) {
        RejectionReason rejection = ended.rejection();
        if (rejection != null) {
            throw new BlobStoreException("The copy cannot be a version. " + rejection.detail(), null);
        }
        if (ended.state() == VersionState.SUPERSEDED) {
            throw new PreconditionFailedException(
                    "Another version became the latest meanwhile: read the file and decide again.");
        }
        FileRecord file = files.live(ended.workspace(), ended.fileId());
        CommittedVersion latest = file.latest();
        CommittedVersion version = latest != null && latest.id().equals(ended.id())
                ? latest
                : ended.committed().orElseThrow(() -> files.noVersion(ended.fileId(), ended.id()));
        return read.at(file, version);
    }
}
