package dev.fileapi.client;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload. What is null is found out, or not told.
 *
 * @param path the whole path in the workspace without a leading slash, not percent-encoded
 * @param content its bytes
 * @param sha256 their SHA-256 in base64; null has the library read the bytes once more than it sends them
 * @param contentType what downloads are sent with; null leaves that to the service
 * @param sourceModifiedAt when the source was last changed; null for what the content tells
 * @param tags what the file can be found by; null for those of the version before
 * @param metadata what is kept with the version
 * @param condition what must hold of the file
 * @param idempotencyKey 1 to 255 printable ASCII characters, with which the same call within 24 hours is the same upload; null for none
 * @param resumed the upload to go on with; null to begin one, or to go on with one of the same bytes that is found in the workspace
 */
public record UploadRequest(
        String path,
        Content content,
        @Nullable String sha256,
        @Nullable String contentType,
        @Nullable Instant sourceModifiedAt,
        @Nullable Map<String, String> tags,
        @Nullable Map<String, String> metadata,
        Condition condition,
        @Nullable String idempotencyKey,
        @Nullable UploadRef resumed) {

    /** Copies the maps. */
    public UploadRequest {
        tags = tags == null ? null : Map.copyOf(tags);
        metadata = metadata == null ? null : Map.copyOf(metadata);
    }

    /**
     * Returns a request for a content.
     *
     * @param path the whole path in the workspace
     * @param content its bytes
     */
    public static UploadRequest of(String path, Content content) {
        return new UploadRequest(path, content, null, null, null, null, null, Condition.NONE, null, null);
    }

    /**
     * Returns a request for a file of this machine.
     *
     * @param path the whole path in the workspace
     * @param file where its bytes are
     */
    public static UploadRequest of(String path, Path file) {
        return of(path, Content.file(file));
    }

    /** Returns the same with a SHA-256 that is known already, in base64. */
    public UploadRequest withSha256(String known) {
        return new UploadRequest(
                path,
                content,
                known,
                contentType,
                sourceModifiedAt,
                tags,
                metadata,
                condition,
                idempotencyKey,
                resumed);
    }

    /** Returns the same with a media type. */
    public UploadRequest withContentType(String type) {
        return new UploadRequest(
                path, content, sha256, type, sourceModifiedAt, tags, metadata, condition, idempotencyKey, resumed);
    }

    /** Returns the same with another time of the source than the content tells. */
    public UploadRequest withSourceModifiedAt(Instant time) {
        return new UploadRequest(
                path, content, sha256, contentType, time, tags, metadata, condition, idempotencyKey, resumed);
    }

    /** Returns the same with tags, all that the file is to have. */
    public UploadRequest withTags(Map<String, String> all) {
        return new UploadRequest(
                path,
                content,
                sha256,
                contentType,
                sourceModifiedAt,
                all,
                metadata,
                condition,
                idempotencyKey,
                resumed);
    }

    /** Returns the same with metadata, all that the version is to have. */
    public UploadRequest withMetadata(Map<String, String> all) {
        return new UploadRequest(
                path, content, sha256, contentType, sourceModifiedAt, tags, all, condition, idempotencyKey, resumed);
    }

    /** Returns the same with a condition. */
    public UploadRequest when(Condition holds) {
        return new UploadRequest(
                path, content, sha256, contentType, sourceModifiedAt, tags, metadata, holds, idempotencyKey, resumed);
    }

    /** Returns the same with an idempotency key. */
    public UploadRequest withIdempotencyKey(String key) {
        return new UploadRequest(
                path, content, sha256, contentType, sourceModifiedAt, tags, metadata, condition, key, resumed);
    }

    /** Returns the same for going on with an upload that has begun; its condition and key are those that it has. */
    public UploadRequest resuming(UploadRef upload) {
        return new UploadRequest(
                path, content, sha256, contentType, sourceModifiedAt, tags, metadata, Condition.NONE, null, upload);
    }

    /** Whether it needs a call of its own for its link. */
    boolean isAlone() {
        return !condition.isNone() || idempotencyKey != null || resumed != null;
    }
}
