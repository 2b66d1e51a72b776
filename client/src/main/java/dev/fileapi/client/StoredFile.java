package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file at one of its versions.
 *
 * @param name the last segment of its path
 * @param folder the rest of its path with a leading and a trailing slash; {@code /} is the root
 * @param fileId the same through deletion and restoring
 * @param versionId a 64-bit number; a greater one is a newer version
 * @param size in bytes
 * @param etag of the version, with its quotes, as {@link Condition#ifMatch} takes it
 * @param createdAt when the file was made
 * @param createdBy who made it
 * @param modifiedAt when the version was made
 * @param modifiedBy who made the version
 * @param deletedAt null while the file is not deleted
 * @param deletedBy null while the file is not deleted
 * @param checksums what is known of the bytes
 * @param verification whether the bytes were compared with what their uploader told
 * @param contentType what downloads are sent with
 * @param sourceModifiedAt when the source of the bytes was last changed; null when that was not told
 * @param tags what the file can be found by
 * @param metadata what its uploader keeps with the version
 */
public record StoredFile(
        String name,
        @JsonProperty("path") String folder,
        UUID fileId,
        String versionId,
        long size,
        String etag,
        Instant createdAt,
        User createdBy,
        Instant modifiedAt,
        User modifiedBy,
        @Nullable Instant deletedAt,
        @Nullable User deletedBy,
        Checksums checksums,
        Verification verification,
        String contentType,
        @Nullable Instant sourceModifiedAt,
        Map<String, String> tags,
        Map<String, String> metadata)
        implements ListEntry {

    /** Copies the maps. */
    public StoredFile {
        tags = Map.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    /** Returns the whole path, without a leading slash. */
    @Override
    public String path() {
        return folder.substring(1) + name;
    }

    /** Returns what names exactly this version. */
    public FileRef ref() {
        return FileRef.id(fileId).at(versionId);
    }
}
