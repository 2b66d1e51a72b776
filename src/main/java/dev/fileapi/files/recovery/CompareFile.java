package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Compares a file's record with what is stored of it. */
@Singleton
final class CompareFile {

    private final MetadataStore store;
    private final BlobStore blobs;
    private final RecordsFromBlobs records;

    CompareFile(MetadataStore store, BlobStore blobs, RecordsFromBlobs records) {
        this.store = store;
        this.blobs = blobs;
        this.records = records;
    }

    /** What differs, once all of the file has been listed. */
    List<Finding> compare(FileBlobs stored) {
        StoredBlob.Version newest = stored.newest();
        DescribedVersion described = newest == null ? null : newest.backed().orElse(null);
        if (!stored.ends()) {
            return List.of();
        }
        Optional<FileRecord> found = store.findFile(stored.workspace(), stored.id());
        String what = Finding.file(stored.workspace(), stored.id());
        if (newest == null || described == null) {
            return found.isEmpty() && stored.isMarkAlone() && hasMark(stored)
                    ? List.of(Finding.of(Finding.Kind.ORPHAN, what, "nothing but its marker is stored"))
                    : List.of();
        }
        if (found.isEmpty()) {
            return blobs.isCommitted(newest.name()) ? List.of(Finding.of(Finding.Kind.MISSING, what)) : List.of();
        }
        FileRecord file = records.file(newest.name(), described, stored.marker());
        Differences differences = differences(file, newest.name(), found.get());
        if (!differences.isEmpty()) {
            differences = lookAgain(stored, newest.name(), described);
        }
        return differences.isEmpty()
                ? List.of()
                : List.of(Finding.of(Finding.Kind.DIFFERENT, what, differences.toString()));
    }

    /** The record may be newer than the listing, or the marker on its way. */
    private Differences lookAgain(FileBlobs stored, BlobName newest, DescribedVersion described) {
        FileMarker marker = blobs.findMarker(stored.workspace(), stored.id())
                .map(FileMarker.Stored::marker)
                .orElse(null);
        FileRecord file = records.file(newest, described, marker);
        return store.findFile(stored.workspace(), stored.id())
                .map(found -> differences(file, newest, found))
                .orElseGet(Differences::new);
    }

    private boolean hasMark(FileBlobs stored) {
        return blobs.findMarker(stored.workspace(), stored.id()).isPresent();
    }

    private Differences differences(FileRecord stored, BlobName newest, FileRecord recorded) {
        Deletion storedDeletion = stored.deletion();
        Deletion recordedDeletion = recorded.deletion();
        Differences differences = new Differences()
                .field("path", stored.path(), recorded.path())
                .field("deleted", stored.state() != FileState.LIVE, recorded.state() != FileState.LIVE)
                .time("created_at", stored.createdAt(), recorded.createdAt())
                .user("created_by", stored.createdBy(), recorded.createdBy())
                .time(
                        "deleted_at",
                        storedDeletion == null ? null : storedDeletion.at(),
                        recordedDeletion == null ? null : recordedDeletion.at())
                .user(
                        "deleted_by",
                        storedDeletion == null ? null : storedDeletion.by(),
                        recordedDeletion == null ? null : recordedDeletion.by());
        return isLatestExplained(newest.versionId(), recorded)
                ? differences
                : differences.field("latest version", newest.versionId(), recorded.latestVersionId());
    }

    /** A newer one may have come since; one that the record does not point at yet may be pending, or have been cancelled. */
    private boolean isLatestExplained(VersionId stored, FileRecord recorded) {
        VersionId latest = recorded.latestVersionId();
        if (stored.equals(latest)) {
            return true;
        }
        if (latest != null && latest.isNewerThan(stored)) {
            return blobs.isCommitted(new BlobName(recorded.workspace(), recorded.id(), latest));
        }
        return store.findVersion(recorded.workspace(), recorded.id(), stored)
                .filter(version -> !CompareVersion.isFinal(version))
                .isPresent();
    }
}
