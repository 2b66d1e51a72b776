package dev.fileapi.files.recovery;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.OptimisticRetry;
import dev.fileapi.files.WriteMarker;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    private final Deadlines deadlines;
    private final Clock clock;

    RebuildFile(
            MetadataStore store,
            BlobStore blobs,
            RecordsFromBlobs records,
            WriteMarker markers,
            Deadlines deadlines,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.records = records;
        this.markers = markers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The page's part of the file. */
    RebuildTally.Result rebuild(FileBlobs stored) {
        List<Finding> findings = new ArrayList<>();
        long versions = 0;
        StoredBlob.Version latest = null;
        for (StoredBlob.Version version : stored.versions()) {
            Optional<VersionRecord> wanted = records.version(version);
            wanted.ifPresentOrElse(
                    record -> findings.addAll(altered(version)),
                    () -> findings.add(Finding.of(Finding.Kind.UNDESCRIBED, Finding.version(version.name()))));
            Optional<VersionRecord> created = wanted.flatMap(store::createVersion);
            versions += created.isPresent() ? 1 : 0;
            if (wanted.isPresent() && isCommitted(created, version.name()) && isNewer(version, latest)) {
                latest = version;
            }
        }
        boolean written = latest != null && write(records.file(latest, marker(stored)), findings);
        return new RebuildTally.Result(written ? 1 : 0, versions, findings);
    }

    /** A version that was on record is the latest only if it is committed there: else its own commit is still to judge it. */
    private boolean isCommitted(Optional<VersionRecord> created, BlobName name) {
        return created.or(() -> store.findVersion(name.workspace(), name.fileId(), name.versionId()))
                .filter(version -> version.state() == VersionState.COMMITTED)
                .isPresent();
    }

    private static boolean isNewer(StoredBlob.Version version, StoredBlob.@Nullable Version latest) {
        return version.name()
                .versionId()
                .isNewerThan(latest == null ? null : latest.name().versionId());
    }

    private static List<Finding> altered(StoredBlob.Version version) {
        long contents = version.seals().stream()
                .map(seal -> seal.facts().etag())
                .distinct()
                .count();
        return contents < 2
                ? List.of()
                : List.of(Finding.of(
                        Finding.Kind.ALTERED, Finding.version(version.name()), contents + " different contents"));
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
        boolean nascent = found.isNascent() && found.state() == FileState.LIVE;
        FileRecord advanced = found.withLatest(latest).withNextCheckAt(nascent ? null : found.nextCheckAt());
        return store.replaceFile(advanced) instanceof FileWrite.Written ? Optional.of(false) : Optional.empty();
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
}
