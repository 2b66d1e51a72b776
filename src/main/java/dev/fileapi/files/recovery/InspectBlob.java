package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one blob for the inventory: whether a record explains it, and whether there is anything to tidy. */
@Singleton
final class InspectBlob {

    private static final Logger LOG = LoggerFactory.getLogger(InspectBlob.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final CompareVersion versions;
    private final TidyVersion tidying;

    InspectBlob(MetadataStore store, BlobStore blobs, CompareVersion versions, TidyVersion tidying) {
        this.store = store;
        this.blobs = blobs;
        this.versions = versions;
        this.tidying = tidying;
    }

    /** Never fails: one blob that cannot be looked at does not keep the others from it. */
    Inspection inspect(StoredBlob blob) {
        try {
            if (blob instanceof StoredBlob.Version version) {
                return version(version);
            }
            if (blob instanceof StoredBlob.Marker marker) {
                return new Inspection(marker(marker.marker()), false, false);
            }
            return new Inspection(unknown((StoredBlob.Unknown) blob), false, false);
        } catch (RuntimeException e) {
            LOG.warn("blob not looked at", e);
            return new Inspection(List.of(), false, true);
        }
    }

    private Inspection version(StoredBlob.Version version) {
        BlobName name = version.name();
        VersionRecord record = store.findVersion(name.workspace(), name.fileId(), name.versionId())
                .orElse(null);
        List<Finding> findings = versions.compare(version, record);
        return new Inspection(findings, tidying.tidy(version, record), false);
    }

    private List<Finding> marker(FileMarker marker) {
        boolean orphaned = store.findFile(marker.workspace(), marker.fileId()).isEmpty()
                && blobs.findMarker(marker.workspace(), marker.fileId()).isPresent();
        return orphaned
                ? List.of(Finding.of(
                        Finding.Kind.ORPHAN,
                        Finding.file(marker.workspace(), marker.fileId()),
                        "its marker is stored, and no file is on record"))
                : List.of();
    }

    private List<Finding> unknown(StoredBlob.Unknown blob) {
        return versions.isOrphaned(blob.writtenAt())
                ? List.of(Finding.of(Finding.Kind.ORPHAN, "blob " + blob.name()))
                : List.of();
    }
}
