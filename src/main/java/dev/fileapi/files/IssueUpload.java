package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.DeclarationMismatchException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues a link to upload a new version of a file, and the file itself when there is none at the path. */
@Singleton
public final class IssueUpload {

    private static final Logger LOG = LoggerFactory.getLogger(IssueUpload.class);
    private static final Duration KEY_LIFETIME = Duration.ofHours(24);

    private final MetadataStore store;
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
            FileFinder files,
            CommitOnRead commitOnRead,
            RelinkUpload relink,
            UploadCeilings ceilings,
            BlobStore blobs,
            Deadlines deadlines,
            FileMetrics metrics,
            Clock clock) {
        this.store = store;
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
        FileRecord file = OptimisticRetry.untilWritten(() ->
                ref instanceof FilePath path ? fileAt(workspace, path, user) : touched(files.live(workspace, ref)));
        if (condition != null) {
            file = commitOnRead.refresh(file);
            condition.require(file.latest());
        }
        VersionRecord version = idempotencyKey == null
                ? newVersion(file, user, condition, declaration)
                : versionOfKey(file, user, condition, idempotencyKey, declaration);
        metrics.linkIssued(false);
        LOG.info("upload issued: blob={} user={}", version.blobName(), user.id());
        Instant expiresAt = version.linkExpiresAt();
        return new UploadLink(file.id(), version.id(), blobs.signUpload(version.blobName(), expiresAt), expiresAt);
    }

    /** Returns the file in the path's slot, created nascent when the slot was free; empty when another writer was faster. */
    private Optional<FileRecord> fileAt(Workspace workspace, FilePath path, User user) {
        Optional<FileRecord> found = store.findFile(workspace, Slot.of(path));
        if (found.isPresent()) {
            return touched(found.get());
        }
        ceilings.require(workspace);
        Instant now = clock.instant();
        FileRecord nascent = new FileRecord(
                workspace,
                FileId.random(),
                path,
                FileState.LIVE,
                now,
                user,
                null,
                null,
                deadlines.nascentFileCheck(now),
                Revision.NONE);
        return store.createFile(nascent) instanceof FileWrite.Written written
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
        VersionId id = VersionId.issuedAt(clock.instant(), file.latestVersionId());
        Optional<VersionRecord> created = store.createVersion(pending(file, id, user, condition, declaration));
        while (created.isEmpty()) {
            id = id.next();
            created = store.createVersion(pending(file, id, user, condition, declaration));
        }
        return created.get();
    }

    private VersionRecord versionOfKey(
            FileRecord file,
            User user,
            @Nullable UploadCondition condition,
            String idempotencyKey,
            Declaration declaration) {
        Instant now = clock.instant();
        VersionId id = VersionId.issuedAt(now, file.latestVersionId());
        IdempotencyRecord proposed = new IdempotencyRecord(
                file.workspace(), file.id(), hash(user, idempotencyKey), id, now.plus(KEY_LIFETIME));
        IdempotencyRecord record = store.createIdempotencyRecordIfAbsent(proposed, now);
        if (!record.versionId().equals(id) && isKnown(file, record.versionId())) {
            return relink.renewed(file, record.versionId(), declaration);
        }
        ceilings.take(file);
        return store.createVersion(pending(file, record.versionId(), user, condition, declaration))
                .orElseGet(() -> relink.renewed(file, record.versionId(), declaration));
    }

    private boolean isKnown(FileRecord file, VersionId id) {
        return store.findVersion(file.workspace(), file.id(), id).isPresent();
    }

    private VersionRecord pending(
            FileRecord file, VersionId id, User user, @Nullable UploadCondition condition, Declaration declaration) {
        Instant now = clock.instant();
        CommittedVersion latest = file.latest();
        Map<String, String> tags = latest == null ? Map.of() : latest.details().tags();
        return new VersionRecord(
                file.workspace(),
                file.id(),
                id,
                VersionState.PENDING,
                now,
                user,
                deadlines.uploadLinkExpiry(now),
                SweepStage.EARLY,
                deadlines.earlyCheck(now),
                condition,
                declaration.size(),
                declaration.details(tags),
                null,
                null,
                null,
                null,
                Revision.NONE);
    }

    private static String hash(User user, String idempotencyKey) {
        return HexFormat.of().formatHex(Sha256.of(user.id() + " " + idempotencyKey));
    }
}
