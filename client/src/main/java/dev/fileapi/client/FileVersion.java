package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a file's versions.
 *
 * @param name the last segment of the file's path
 * @param folder the rest of its path with a leading and a trailing slash
 * @param fileId the file
 * @param versionId the version; a greater one is newer
 * @param size in bytes
 * @param createdAt when the version was made
 * @param createdBy who made it
 * @param checksums what is known of the bytes
 * @param verification whether the bytes were compared with what their uploader told
 * @param contentType what downloads are sent with
 * @param sourceModifiedAt when the source of the bytes was last changed; null when that was not told
 * @param tags what the file could be found by
 * @param metadata what its uploader keeps with the version
 */
public record FileVersion(
        String name,
        @JsonProperty("path") String folder,
        UUID fileId,
        String versionId,
        long size,
        Instant createdAt,
        User createdBy,
        Checksums checksums,
        Verification verification,
        String contentType,
        @Nullable Instant sourceModifiedAt,
        Map<String, String> tags,
        Map<String, String> metadata) {

    /** Copies the maps. */
    public FileVersion {
        tags = Map.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    /** Returns what names exactly this version. */
    public FileRef ref() {
        return FileRef.id(fileId).at(versionId);
    }
}
