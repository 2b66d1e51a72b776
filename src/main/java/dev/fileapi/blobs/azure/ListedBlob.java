package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobItemProperties;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlob;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A blob as it is listed: itself and its snapshots and, when it is a version's, its description. Items are added one by one. */
final class ListedBlob {

    private static final Logger LOG = LoggerFactory.getLogger(ListedBlob.class);

    private final String name;
    private final @Nullable ListedVersion version;
    private @Nullable BlobItem last;

    /**
     * @param name as {@link #nameOf} has it
     * @param whole reads a description with its content
     */
    ListedBlob(String name, Function<BlobName, Optional<WrittenDescription>> whole) {
        this.name = name;
        this.version = BlobName.parse(name)
                .map(parsed -> new ListedVersion(parsed, whole))
                .orElse(null);
    }

    /** Returns the name under which an item is listed: a description belongs to its version, be that there or not. */
    static String nameOf(BlobItem item) {
        return DescriptionBlob.versionOf(item.getName()).map(BlobName::toString).orElse(item.getName());
    }

    void add(BlobItem item) {
        last = item;
        if (version != null) {
            version.add(item);
        }
    }

    /** Returns what the blob is; empty for what the service keeps for itself, and when nothing was added. */
    Optional<StoredBlob> stored() {
        if (last == null || name.equals(AzureInventoryPlaces.BLOB_NAME)) {
            return Optional.empty();
        }
        if (version != null) {
            return Optional.of(version.stored());
        }
        StoredBlob marker = marker(last);
        return Optional.of(marker == null ? new StoredBlob.Unknown(name, writtenAt(last)) : marker);
    }

    static Map<String, String> metadata(BlobItem item) {
        Map<String, String> metadata = item.getMetadata();
        return metadata == null ? Map.of() : metadata;
    }

    static Instant writtenAt(BlobItem item) {
        BlobItemProperties properties = item.getProperties();
        return properties.getLastModified().toInstant();
    }

    private @Nullable StoredBlob marker(BlobItem item) {
        String[] parts = name.split("/", -1);
        if (parts.length != 4 || !parts[3].equals(FileMarker.BLOB_NAME)) {
            return null;
        }
        try {
            FileMarker marker = MarkerBlob.marker(
                    new Workspace(UUID.fromString(parts[0]), UUID.fromString(parts[1])),
                    new FileId(UUID.fromString(parts[2])),
                    metadata(item));
            return new StoredBlob.Marker(marker);
        } catch (RuntimeException e) {
            LOG.warn("metadata not understood: blob={} cause={}", name, e.toString());
            return null;
        }
    }
}
