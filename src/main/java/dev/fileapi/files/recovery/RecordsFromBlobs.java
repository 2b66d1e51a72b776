package dev.fileapi.files.recovery;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records should be, by what is in storage.
 *
 * <p>Of several snapshots that describe a version the oldest counts. Honest ones, of a commit that was broken off and repeated or run
 * twice at the same time, hold the same bytes; later ones that do not were taken after the lease was broken.
 */
@Singleton
final class RecordsFromBlobs {

    private final Deadlines deadlines;
    private final Clock clock;

    RecordsFromBlobs(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The record of a version; empty when no snapshot describes it. */
    Optional<VersionRecord> version(StoredBlob.Version stored) {
        return stored.seals().stream().findFirst().map(seal -> version(stored, seal));
    }

    /** The record of a version by one of its snapshots. */
    VersionRecord version(StoredBlob.Version stored, StoredBlob.Seal seal) {
        VersionDescription says = seal.description();
        BlobName name = stored.name();
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
                seal.facts(),
                says.sealedAt(),
                null,
                Revision.NONE);
    }

    /**
     * The record of a file. One whose retention is over is being purged: some of it may be gone already.
     *
     * @param latest was sealed
     * @param marker null when the file was never deleted: then it is where its latest version saw it
     */
    FileRecord file(StoredBlob.Version latest, @Nullable FileMarker marker) {
        StoredBlob.Seal seal = latest.seals().get(0);
        VersionDescription says = seal.description();
        BlobName name = latest.name();
        Deletion deletion = marker == null ? null : marker.deletion();
        Instant purgeAt = deletion == null ? null : deadlines.purgeAt(deletion.at());
        return new FileRecord(
                name.workspace(),
                name.fileId(),
                marker == null ? says.path() : marker.path(),
                state(purgeAt),
                marker == null ? says.fileCreatedAt() : marker.createdAt(),
                marker == null ? says.fileCreatedBy() : marker.createdBy(),
                new CommittedVersion(name.versionId(), seal.facts(), says.createdAt(), says.createdBy()),
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
