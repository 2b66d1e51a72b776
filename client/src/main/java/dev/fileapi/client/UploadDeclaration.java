package dev.fileapi.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader tells about a file when it asks for a link; all but the path may be null, which tells nothing.
 *
 * @param path the whole path without a leading slash, not percent-encoded
 * @param size how many bytes there will be; an upload of another size is rejected
 * @param sha256 their SHA-256 in base64; an upload with another one is rejected
 * @param contentType what downloads are sent with
 * @param sourceModifiedAt when the source of the bytes was last changed
 * @param tags what the file can be found by; null for those of the version before
 * @param metadata what is kept with the version
 */
public record UploadDeclaration(
        String path,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String contentType,
        @Nullable Instant sourceModifiedAt,
        @Nullable Map<String, String> tags,
        @Nullable Map<String, String> metadata) {

    /** Copies the maps. */
    public UploadDeclaration {
        tags = tags == null ? null : Map.copyOf(tags);
        metadata = metadata == null ? null : Map.copyOf(metadata);
    }

    /** Returns one that tells nothing but the path. */
    public static UploadDeclaration of(String path) {
        return new UploadDeclaration(path, null, null, null, null, null, null);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        put(json, "size", size);
        if (sha256 != null) {
            json.putObject("checksum").put("algorithm", "sha-256").put("value", sha256);
        }
        put(json, "content_type", contentType);
        put(json, "modified_at", sourceModifiedAt);
        put(json, "tags", tags);
        put(json, "metadata", metadata);
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.set(name, Json.node(value));
        }
    }
}
