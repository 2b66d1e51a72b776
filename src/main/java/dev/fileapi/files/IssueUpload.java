package dev.fileapi.files;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.DeclarationMismatchException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.NewFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues a link to upload a new version of a file, and the file itself when there is none at the path. */
@Singleton
public final class IssueUpload {

    private static final Logger LOG = LoggerFactory.getLogger(IssueUpload.class);

    private final MetadataStore store;
    private final NewRecords records;
    private final NewVersions versions;
    private final FileFinder files;
    private final CommitOnRead commitOnRead;
    private final RelinkUpload relink;
    private final UploadCeilings ceilings;
    private final BlobStore blobs;
    private final Deadlines deadlines;
    private final FileMetrics metrics;
    private final Clock clock;

    IssueUpload(
            MetadataStore store,
            NewRecords records,
            NewVersions versions,
            FileFinder files,
            CommitOnRead commitOnRead,
            RelinkUpload relink,
            UploadCeilings ceilings,
            BlobStore blobs,
            Deadlines deadlines,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.versions = versions;
        this.files = files;
        this.commitOnRead = commitOnRead;
        this.relink = relink;
        this.ceilings = ceilings;
        this.blobs = blobs;
        this.deadlines = deadlines;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A link for a new version of a file. At a path where there is none, makes the file.
     *
     * @param condition null: whatever the file's latest version is
     * @param idempotencyKey calls of one user with the same key within 24 hours get the same version; null: a new one each
     * @param declaration what is declared for the bytes
     * @throws UnknownFileException when there is no file of the id
     * @throws FileGoneException when the file of the id is deleted
     * @throws PreconditionFailedException when the condition is untrue already
     * @throws TooManyUploadsException when the file or the workspace has too many uploads in progress
     * @throws NoUploadInProgressException when the upload that the key stands for has been completed
     * @throws DeclarationMismatchException when it was issued with something else than is told now
     */
    public UploadLink issue(
            Workspace workspace,
            FileRef ref,
            User user,
            @Nullable UploadCondition condition,
            @Nullable String idempotencyKey,
            Declaration declaration) {
        VersionRecord version = mayBeFirst(ref, condition, idempotencyKey) && ceilings.tryTake(workspace)
                ? firstOrNext(workspace, (FilePath) ref, user, condition, declaration)
                : next(workspace, ref, user, condition, idempotencyKey, declaration);
        return link(version);
    }

    /** Returns the link for a version that has just been stored. */
    UploadLink link(VersionRecord version) {
        metrics.linkIssued(false);
        LOG.info(
                "upload issued: blob={} user={}",
                version.blobName(),
                version.createdBy().id());
        Instant expiresAt = version.linkExpiresAt();
        return new UploadLink(
                version.fileId(), version.id(), blobs.signUpload(version.blobName(), expiresAt), expiresAt);
    }

    /** A key is recorded between a file and its version. */
    private static boolean mayBeFirst(
            FileRef ref, @Nullable UploadCondition condition, @Nullable String idempotencyKey) {
        return ref instanceof FilePath && idempotencyKey == null && (condition == null || condition.isMetBy(null));
    }

    /** Makes the file with its first version in one call, where the path is free; the workspace's room is taken. */
    private VersionRecord firstOrNext(
            Workspace workspace,
            FilePath path,
            User user,
            @Nullable UploadCondition condition,
            Declaration declaration) {
        NewFile first = records.first(workspace, path, user, condition, declaration);
        FileCreation creation = OptimisticRetry.untilWritten(() -> firstAt(first));
        if (creation instanceof FileCreation.Created created) {
            ceilings.takeFirst(created.file());
            return created.version();
        }
        FileRecord occupant = ((FileCreation.SlotTaken) creation).occupant();
        return newVersion(meeting(condition, occupant), user, condition, declaration);
    }

    private Optional<FileCreation> firstAt(NewFile first) {
        FileCreation creation = store.createFile(first.file(), first.first());
        if (creation instanceof FileCreation.SlotTaken taken) {
            return touched(taken.occupant()).map(FileCreation.SlotTaken::new);
        }
        return creation instanceof FileCreation.Created ? Optional.of(creation) : Optional.empty();
    }

    private VersionRecord next(
            Workspace workspace,
            FileRef ref,
            User user,
            @Nullable UploadCondition condition,
            @Nullable String idempotencyKey,
            Declaration declaration) {
        FileRecord found = OptimisticRetry.untilWritten(() ->
                ref instanceof FilePath path ? fileAt(workspace, path, user) : touched(files.live(workspace, ref)));
        FileRecord file = meeting(condition, found);
        if (idempotencyKey != null) {
            return versionOfKey(file, user, condition, idempotencyKey, declaration);
        }
        ceilings.take(workspace);
        return newVersion(file, user, condition, declaration);
    }

    /** Returns the file as it is once its uploads are recorded, where that matters to a condition. */
    private FileRecord meeting(@Nullable UploadCondition condition, FileRecord file) {
        if (condition == null) {
            return file;
        }
        FileRecord refreshed = commitOnRead.refresh(file);
        condition.require(refreshed.latest());
        return refreshed;
    }

    /** Returns the file in the path's slot, created nascent when the slot was free; empty when another writer was faster. */
    private Optional<FileRecord> fileAt(Workspace workspace, FilePath path, User user) {
        Optional<FileRecord> found = store.findFile(workspace, Slot.of(path));
        if (found.isPresent()) {
            return touched(found.get());
        }
        ceilings.require(workspace);
        return store.createFile(records.nascent(workspace, path, user)) instanceof FileWrite.Written written
                ? Optional.of(written.file())
                : Optional.empty();
    }

    /**
     * A nascent file is touched before it gets another upload, so that its removal as an empty one, decided before, fails. A
     * file with a committed version is never removed that way.
     */
    private Optional<FileRecord> touched(FileRecord file) {
        if (!file.isNascent()) {
            return Optional.of(file);
        }
        FileRecord later = file.withNextCheckAt(deadlines.nascentFileCheck(clock.instant()));
        return store.replaceFile(later) instanceof FileWrite.Written written
                ? Optional.of(written.file())
                : Optional.empty();
    }

    private VersionRecord newVersion(
            FileRecord file, User user, @Nullable UploadCondition condition, Declaration declaration) {
        ceilings.take(file);
        return versions.create(file, user, condition, declaration);
    }

    private VersionRecord versionOfKey(
            FileRecord file,
            User user,
            @Nullable UploadCondition condition,
            String idempotencyKey,
            Declaration declaration) {
        VersionId proposed = versions.proposedId(file);
        VersionId id = versions.idOfKey(file, proposed, user.id() + " " + idempotencyKey);
        if (!id.equals(proposed) && isKnown(file, id)) {
            return relink.renewed(file, id, declaration);
        }
        ceilings.take(file.workspace());
        ceilings.take(file);
        return versions.create(file, id, user, condition, declaration)
                .orElseGet(() -> relink.renewed(file, id, declaration));
    }

    private boolean isKnown(FileRecord file, VersionId id) {
        return store.findVersion(file.workspace(), file.id(), id).isPresent();
    }
}
