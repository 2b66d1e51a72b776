package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a file's record with what is stored of it. */
@Singleton
final class CompareFile {

    private final MetadataStore store;
    private final BlobStore blobs;
    private final StoredBlobs listing;
    private final RecordsFromBlobs records;
    private final CompareDetails details;

    CompareFile(
            MetadataStore store,
            BlobStore blobs,
            StoredBlobs listing,
            RecordsFromBlobs records,
            CompareDetails details) {
        this.store = store;
        this.blobs = blobs;
        this.listing = listing;
        this.records = records;
        this.details = details;
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
        Differences differences = differences(file, newest.name(), found.get(), null);
        if (!differences.isEmpty()) {
            differences = lookAgain(stored, newest.name(), described);
        }
        return differences.isEmpty()
                ? List.of()
                : List.of(Finding.of(Finding.Kind.DIFFERENT, what, differences.toString()));
    }

    /** The record may be newer than the listing, the marker on its way, or a verification under way. */
    private Differences lookAgain(FileBlobs stored, BlobName newest, DescribedVersion described) {
        FileMarker marker = blobs.findMarker(stored.workspace(), stored.id())
                .map(FileMarker.Stored::marker)
                .orElse(null);
        VerificationTask task = store.findVersion(stored.workspace(), stored.id(), newest.versionId())
                .map(VersionRecord::verificationTask)
                .orElse(null);
        FileRecord recorded = store.findFile(stored.workspace(), stored.id()).orElse(null);
        DescribedVersion now =
                listing.find(newest).flatMap(StoredBlob.Version::backed).orElse(described);
        return recorded == null
                ? new Differences()
                : differences(records.file(newest, now, marker), newest, recorded, task);
    }

    private boolean hasMark(FileBlobs stored) {
        return blobs.findMarker(stored.workspace(), stored.id()).isPresent();
    }

    private Differences differences(
            FileRecord stored, BlobName newest, FileRecord recorded, @Nullable VerificationTask task) {
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
        CommittedVersion described = stored.latest();
        CommittedVersion latest = recorded.latest();
        if (described != null && latest != null && described.id().equals(latest.id())) {
            return differences.and(details.compare(newest, described.details(), latest.details(), task));
        }
        return isLatestExplained(newest.versionId(), recorded)
                ? differences
                : differences.field("latest version", newest.versionId(), recorded.latestVersionId());
    }

    /** A newer one may have come since; one that the record does not point at yet may be pending, or have been cancelled. */
    private boolean isLatestExplained(VersionId stored, FileRecord recorded) {
        VersionId latest = recorded.latestVersionId();
        if (latest != null && latest.isNewerThan(stored)) {
            return blobs.isCommitted(new BlobName(recorded.workspace(), recorded.id(), latest));
        }
        return store.findVersion(recorded.workspace(), recorded.id(), stored)
                .filter(version -> !CompareVersion.isFinal(version))
                .isPresent();
    }
}
