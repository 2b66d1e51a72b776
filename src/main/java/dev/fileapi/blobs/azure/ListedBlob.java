package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobItem;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A blob as it is listed: itself, its snapshots and its description.
 *
 * @param items one or more
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
        Optional<DescribedVersion> described = items.stream()
                .filter(item -> item.getName().equals(DescriptionBlob.name(version)))
                .findFirst()
                .flatMap(this::described);
        List<StoredBlob.Seal> seals =
                described.map(says -> new StoredBlob.Seal(says.facts(), says.description())).stream()
                        .toList();
        return Optional.of(new StoredBlob.Version(
                version, seals, described.filter(DescribedVersion::superseded).isPresent(), writtenAt()));
    }

    private Optional<DescribedVersion> described(BlobItem description) {
        try {
            return Optional.of(DescriptionMetadata.parse(metadata(description)));
        } catch (RuntimeException e) {
            LOG.warn("metadata not understood: blob={} cause={}", description.getName(), e.toString());
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
