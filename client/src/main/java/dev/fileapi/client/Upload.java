package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an upload.
 *
 * @param name the last segment of the path; null where one upload was asked for by its id
 * @param folder the rest of the path with a leading and a trailing slash; null as {@code name} is
 * @param fileId the file that it belongs to
 * @param versionId the version that it is to become
 * @param state what has become of it
 * @param reason why it was rejected; null unless it was
 * @param reasonDetail what to do about a rejection; null unless it was rejected
 * @param blocks the blocks that are staged and not committed; null when they were not asked for
 * @param bytesStaged how many bytes they have; null when they were not asked for
 * @param createdAt when its link was issued
 * @param createdBy to whom
 * @param linkExpiresAt when its last link ends
 * @param discardedAt when it is discarded, unless it is completed or gets a fresh link
 * @param size how many bytes there will be; null when that was not told
 * @param checksums what was told of the bytes
 * @param verification whether the bytes were compared with what was told
 * @param contentType as told; null when it was not
 * @param sourceModifiedAt when the source of the bytes was last changed; null when that was not told
 * @param tags what the version will be found by
 * @param metadata what its uploader keeps with the version
 */
public record Upload(
        @Nullable String name,
        @JsonProperty("path") @Nullable String folder,
        UUID fileId,
        String versionId,
        UploadState state,
        @Nullable String reason,
        @Nullable String reasonDetail,
        @Nullable List<Block> blocks,
        @Nullable Long bytesStaged,
        Instant createdAt,
        User createdBy,
        Instant linkExpiresAt,
        Instant discardedAt,
        @Nullable Long size,
        Checksums checksums,
        Verification verification,
        @Nullable String contentType,
        @Nullable Instant sourceModifiedAt,
        Map<String, String> tags,
        Map<String, String> metadata) {

    /** Copies the collections. */
    public Upload {
        blocks = blocks == null ? null : List.copyOf(blocks);
        tags = Map.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    /** Returns the whole path of its file, without a leading slash; null where one upload was asked for by its id. */
    public @Nullable String path() {
        return folder == null ? null : folder.substring(1) + name;
    }

    /** Returns what names it. */
    public UploadRef ref() {
        return new UploadRef(fileId, versionId);
    }
}
