package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobItemProperties;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlob;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A blob as it is listed: itself and its snapshots.
 *
 * @param items one or more of that name
 */
record ListedBlob(String name, List<BlobItem> items) {

    private static final Logger LOG = LoggerFactory.getLogger(ListedBlob.class);

    /** Returns what the blob is; empty for what an interrupted removal left. */
    Optional<StoredBlob> stored() {
        Optional<BlobName> version = BlobName.parse(name);
        if (version.isPresent()) {
            return version(version.get());
        }
        StoredBlob marker = marker();
        return Optional.of(marker == null ? new StoredBlob.Unknown(name, writtenAt()) : marker);
    }

    private Optional<StoredBlob> version(BlobName version) {
        List<StoredBlob.Seal> seals = items.stream()
                .filter(item -> item.getSnapshot() != null && SnapshotMetadata.describes(metadata(item)))
                .sorted(Comparator.comparing(BlobItem::getSnapshot))
                .map(this::seal)
                .flatMap(Optional::stream)
                .toList();
        boolean discarded = items.stream().allMatch(item -> metadata(item).equals(VersionBlob.DISCARDED));
        boolean superseded = items.stream()
                .anyMatch(item -> item.getSnapshot() != null && metadata(item).equals(SnapshotMetadata.SUPERSEDED));
        return discarded
                ? Optional.empty()
                : Optional.of(new StoredBlob.Version(version, seals, superseded, writtenAt()));
    }

    private Optional<StoredBlob.Seal> seal(BlobItem snapshot) {
        try {
            Map<String, String> metadata = metadata(snapshot);
            BlobItemProperties properties = snapshot.getProperties();
            byte[] md5 = properties.getContentMd5();
            BlobInfo facts = new BlobInfo(
                    properties.getContentLength(),
                    SnapshotMetadata.etag(metadata),
                    snapshot.getSnapshot(),
                    md5 == null ? null : Base64.getEncoder().encodeToString(md5),
                    properties.getContentType());
            return Optional.of(new StoredBlob.Seal(facts, SnapshotMetadata.description(metadata)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "metadata not understood: blob={} snapshot={} cause={}",
                    name,
                    snapshot.getSnapshot(),
                    e.toString());
            return Optional.empty();
        }
    }

    private @Nullable StoredBlob marker() {
        String[] parts = name.split("/", -1);
        if (parts.length != 4 || !parts[3].equals(FileMarker.BLOB_NAME)) {
            return null;
        }
        try {
            FileMarker marker = MarkerBlob.marker(
                    new Workspace(UUID.fromString(parts[0]), UUID.fromString(parts[1])),
                    new FileId(UUID.fromString(parts[2])),
                    metadata(items.get(items.size() - 1)));
            return new StoredBlob.Marker(marker);
        } catch (RuntimeException e) {
            LOG.warn("metadata not understood: blob={} cause={}", name, e.toString());
            return null;
        }
    }

    private Instant writtenAt() {
        return items.get(items.size() - 1).getProperties().getLastModified().toInstant();
    }

    private static Map<String, String> metadata(BlobItem item) {
        Map<String, String> metadata = item.getMetadata();
        return metadata == null ? Map.of() : metadata;
    }
}
