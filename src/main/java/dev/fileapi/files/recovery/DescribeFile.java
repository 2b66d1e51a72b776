package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.store.VersionUpkeep;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes those versions of one file that are on record and not described. */
@Singleton
final class DescribeFile {

    private final MetadataStore store;
    private final StoredBlobs blobs;
    private final VersionUpkeep upkeep;

    DescribeFile(MetadataStore store, StoredBlobs blobs, VersionUpkeep upkeep) {
        this.store = store;
        this.blobs = blobs;
        this.upkeep = upkeep;
    }

    /** The page's part of the file. */
    RebuildTally.Result describe(FileBlobs stored) {
        List<StoredBlob.Version> left = stored.versions().stream()
                .filter(version ->
                        version.described() == null && !version.snapshots().isEmpty())
                .toList();
        List<Finding> findings = new ArrayList<>();
        Optional<FileRecord> file = left.isEmpty()
                ? Optional.empty()
                : store.findFile(stored.workspace(), stored.id()).filter(found -> found.state() != FileState.PURGING);
        long described = file.map(found -> left.stream()
                        .filter(version -> describe(found, version, findings))
                        .count())
                .orElse(0L);
        return new RebuildTally.Result(described == 0 ? 0 : 1, described, findings);
    }

    private boolean describe(FileRecord file, StoredBlob.Version version, List<Finding> findings) {
        BlobName name = version.name();
        VersionRecord record = store.findVersion(name.workspace(), name.fileId(), name.versionId())
                .filter(CompareVersion::isFinal)
                .orElse(null);
        BlobInfo blob = record == null ? null : record.blob();
        if (record == null || blob == null) {
            return false;
        }
        if (version.snapshot(blob.snapshot()).isEmpty()) {
            findings.add(Finding.of(
                    Finding.Kind.EXTRA, Finding.version(name), "its snapshot " + blob.snapshot() + " is not stored"));
            return false;
        }
        Instant sealedAt = record.committedAt() == null ? record.createdAt() : record.committedAt();
        DescribedVersion description = new DescribedVersion(
                VersionDescription.of(file, record, sealedAt), blob, record.state() == VersionState.SUPERSEDED);
        boolean written = upkeep.describe(name, description);
        if (!written && !isDescribed(name)) {
            findings.add(Finding.of(Finding.Kind.UNDESCRIBED, Finding.version(name), "its description cannot be read"));
        }
        return written;
    }

    private boolean isDescribed(BlobName name) {
        return blobs.find(name).map(StoredBlob.Version::described).isPresent();
    }
}
