package dev.fileapi.files.recovery;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.OptimisticRetry;
import dev.fileapi.files.WriteMarker;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.VersionUpkeep;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is missing of the records of one file: versions first, so that the file is whole when it appears. What is on record
 * already stays as it is, but that the file's pointer moves to a newer version.
 */
@Singleton
final class RebuildFile {

    private final MetadataStore store;
    private final BlobStore blobs;
    private final RecordsFromBlobs records;
    private final WriteMarker markers;
    private final VersionUpkeep upkeep;
    private final Deadlines deadlines;
    private final Clock clock;

    RebuildFile(
            MetadataStore store,
            BlobStore blobs,
            RecordsFromBlobs records,
            WriteMarker markers,
            VersionUpkeep upkeep,
            Deadlines deadlines,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.records = records;
        this.markers = markers;
        this.upkeep = upkeep;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * The page's part of the file.
     *
     * @param claimsBefore versions issued before this time are taken from their snapshots' claims where they have no description; null:
     *     none
     */
    RebuildTally.Result rebuild(FileBlobs stored, @Nullable Instant claimsBefore) {
        List<Finding> findings = new ArrayList<>();
        long versions = 0;
        Candidate latest = null;
        Candidate awaited = null;
        for (StoredBlob.Version version : stored.versions()) {
            BlobName name = version.name();
            DescribedVersion described = described(version, claimsBefore, findings);
            if (described == null) {
                continue;
            }
            Optional<VersionRecord> created = store.createVersion(records.rebuilt(name, described));
            versions += created.isPresent() ? 1 : 0;
            VersionState state = state(created, name);
            if (state == VersionState.COMMITTED) {
                latest = new Candidate(name, described).orNewer(latest);
            } else if (state == VersionState.PENDING) {
                awaited = new Candidate(name, described);
            }
        }
        boolean written = false;
        if (latest != null) {
            written = write(records.file(latest.name(), latest.described(), marker(stored)), findings);
        } else if (awaited != null) {
            written = write(records.emptyFile(awaited.name(), awaited.described(), marker(stored)), findings);
        }
        return new RebuildTally.Result(written ? 1 : 0, versions, findings);
    }

    /** What describes a version whose bytes are there; null when nothing does, which is a finding. */
    private @Nullable DescribedVersion described(
            StoredBlob.Version version, @Nullable Instant claimsBefore, List<Finding> findings) {
        String what = Finding.version(version.name());
        DescribedVersion described = version.described();
        if (described != null) {
            String snapshot = described.facts().snapshot();
            if (version.snapshot(snapshot).isEmpty()) {
                findings.add(Finding.of(Finding.Kind.LOST, what, "its snapshot " + snapshot + " is not stored"));
                return null;
            }
            return described;
        }
        if (version.claims().isEmpty()) {
            findings.add(Finding.of(Finding.Kind.UNDESCRIBED, what));
            return null;
        }
        DescribedVersion oldest = version.claims().get(0);
        boolean believed = claimsBefore != null
                && version.name().versionId().issuedAt().isBefore(claimsBefore)
                && upkeep.describe(version.name(), oldest);
        if (!believed) {
            findings.add(Finding.of(Finding.Kind.UNDESCRIBED, what, "but for what its snapshots claim"));
            return null;
        }
        if (!version.claims().stream().allMatch(claim -> agree(claim.description(), oldest.description()))) {
            findings.add(Finding.of(
                    Finding.Kind.FORGED,
                    what,
                    "its snapshots contradict each other; taken is the path '"
                            + oldest.description().path() + "' and the author "
                            + oldest.description().createdBy().id()));
        }
        return oldest;
    }

    private static boolean agree(VersionDescription one, VersionDescription other) {
        return one.path().equals(other.path())
                && one.createdBy().equals(other.createdBy())
                && one.createdAt().equals(other.createdAt());
    }

    /** A version that was on record is the latest only if it is committed there: else its own commit is still to judge it. */
    private @Nullable VersionState state(Optional<VersionRecord> created, BlobName name) {
        return created.or(() -> store.findVersion(name.workspace(), name.fileId(), name.versionId()))
                .map(VersionRecord::state)
                .orElse(null);
    }

    /** The marker of a long history may be pages away. */
    private @Nullable FileMarker marker(FileBlobs stored) {
        return stored.marker() != null || stored.ends()
                ? stored.marker()
                : blobs.findMarker(stored.workspace(), stored.id())
                        .map(FileMarker.Stored::marker)
                        .orElse(null);
    }

    private boolean write(FileRecord wanted, List<Finding> findings) {
        return OptimisticRetry.untilWritten(() -> {
            Optional<FileRecord> found = store.findFile(wanted.workspace(), wanted.id());
            return found.isPresent() ? advance(found.get(), wanted) : create(wanted, findings);
        });
    }

    private Optional<Boolean> advance(FileRecord found, FileRecord wanted) {
        CommittedVersion latest = wanted.latest();
        if (latest == null || !latest.id().isNewerThan(found.latestVersionId())) {
            return Optional.of(false);
        }
        return store.replaceFile(found.pointingAt(latest)) instanceof FileWrite.Written
                ? Optional.of(false)
                : Optional.empty();
    }

    private Optional<Boolean> create(FileRecord wanted, List<Finding> findings) {
        FileWrite write = store.createFile(wanted);
        for (int number = 1; write instanceof FileWrite.SlotTaken; number++) {
            write = store.createFile(wanted.restored(
                    wanted.path().siblingNamed("restored " + number), deadlines.markerCheckAt(clock.instant())));
        }
        if (!(write instanceof FileWrite.Written written)) {
            return Optional.empty();
        }
        FileRecord file = written.file();
        if (!file.path().equals(wanted.path())) {
            markers.write(file);
            findings.add(Finding.of(
                    Finding.Kind.RENAMED,
                    Finding.file(file.workspace(), file.id()),
                    "'" + wanted.path() + "' is now '" + file.path() + "'"));
        }
        return Optional.of(true);
    }

    /** A version that the file's record may be made from. */
    private record Candidate(BlobName name, DescribedVersion described) {

        Candidate orNewer(@Nullable Candidate other) {
            return other == null || name.versionId().isNewerThan(other.name().versionId()) ? this : other;
        }
    }
}
