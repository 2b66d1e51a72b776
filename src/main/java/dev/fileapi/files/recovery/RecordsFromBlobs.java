package dev.fileapi.files.recovery;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.VerificationPolicy;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the records should be, by what the service wrote into storage. */
@Singleton
final class RecordsFromBlobs {

    private final Deadlines deadlines;
    private final VerificationPolicy verification;
    private final Clock clock;

    RecordsFromBlobs(Deadlines deadlines, VerificationPolicy verification, Clock clock) {
        this.deadlines = deadlines;
        this.verification = verification;
        this.clock = clock;
    }

    /** The record of a version. How far its bytes had been read is not stored: they are read from the beginning. */
    VersionRecord version(BlobName name, DescribedVersion stored) {
        VersionDescription says = stored.description();
        return new VersionRecord(
                name.workspace(),
                name.fileId(),
                name.versionId(),
                stored.superseded() ? VersionState.SUPERSEDED : VersionState.COMMITTED,
                says.createdAt(),
                says.createdBy(),
                says.linkExpiresAt(),
                null,
                null,
                says.condition(),
                null,
                says.details(),
                stored.facts(),
                says.sealedAt(),
                null,
                stored.superseded() ? null : verification.taskFor(says.details()),
                Revision.NONE);
    }

    /**
     * The record to write of a version: as {@link #version}, or an upload in progress where readers wait for what is not verified yet.
     */
    VersionRecord rebuilt(BlobName name, DescribedVersion stored) {
        VersionRecord version = version(name, stored);
        VerificationTask task = version.verificationTask();
        return task != null && verification.isAwaited(version.workspace(), version.details())
                ? version.relinked(version.linkExpiresAt(), deadlines.earlyCheck(clock.instant()))
                        .toVerify(task)
                : version;
    }

    /** The record of a file of which no version appears yet; else as {@link #file}. */
    FileRecord emptyFile(BlobName name, DescribedVersion awaited, @Nullable FileMarker marker) {
        return file(name, awaited, marker).emptied(deadlines.nascentFileCheck(clock.instant()));
    }

    /**
     * The record of a file. One whose retention is over is being purged: some of it may be gone already.
     *
     * @param name of its latest version
     * @param latest what describes that
     * @param marker null when the file was never deleted or moved: then it is where its latest version saw it
     */
    FileRecord file(BlobName name, DescribedVersion latest, @Nullable FileMarker marker) {
        VersionDescription says = latest.description();
        Deletion deletion = marker == null ? null : marker.deletion();
        Instant purgeAt = deletion == null ? null : deadlines.purgeAt(deletion.at());
        return new FileRecord(
                name.workspace(),
                name.fileId(),
                marker == null ? says.path() : marker.path(),
                state(purgeAt),
                marker == null ? says.fileCreatedAt() : marker.createdAt(),
                marker == null ? says.fileCreatedBy() : marker.createdBy(),
                new CommittedVersion(
                        name.versionId(), latest.facts(), says.details(), says.createdAt(), says.createdBy()),
                deletion,
                purgeAt,
                Revision.NONE);
    }

    private FileState state(@Nullable Instant purgeAt) {
        if (purgeAt == null) {
            return FileState.LIVE;
        }
        return clock.instant().isBefore(purgeAt) ? FileState.DELETED : FileState.PURGING;
    }
}
