package dev.fileapi.files.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader tells of a file before its bytes are sent.
 *
 * @param size in bytes; null when it is not told
 * @param contentType null when it is not told
 * @param modifiedAt when the source was last changed; null when it is not told
 * @param tags null when they are not told: those of the version before stay
 * @param metadata null when they are not told
 */
public record Declaration(
        @Nullable Long size,
        Checksums checksums,
        @Nullable String contentType,
        @Nullable Instant modifiedAt,
        @Nullable Map<String, String> tags,
        @Nullable Map<String, String> metadata) {

    /** How large a file can be: 50,000 blocks of 4,000 MiB ("Scalability and performance targets for Blob Storage"). */
    public static final long MAX_SIZE = 50_000 * (4_000L << 20);

    public static final Declaration NONE = new Declaration(null, Checksums.NONE, null, null, null, null);

    /**
     * Returns the details that a version begins with.
     *
     * @param previousTags those of the file's latest version; empty when it has none
     */
    public VersionDetails details(Map<String, String> previousTags) {
        return new VersionDetails(
                checksums.isEmpty() ? Verification.UNVERIFIED : Verification.PENDING,
                checksums,
                contentType,
                modifiedAt,
                tags == null ? previousTags : tags,
                metadata == null ? Map.of() : metadata);
    }

    /**
     * Checks that an upload in progress was issued with all that is told here.
     *
     * @throws DeclarationMismatchException when it was not
     */
    public void requireOf(VersionRecord upload) {
        VersionDetails issued = upload.details();
        require("size", size, upload.expectedSize());
        checksums
                .values()
                .forEach((algorithm, told) ->
                        require("checksum", told, issued.checksums().get(algorithm)));
        require("content_type", contentType, issued.contentType());
        require("modified_at", modifiedAt, issued.modifiedAt());
        require("tags", tags, issued.tags());
        require("metadata", metadata, issued.metadata());
    }

    private static void require(String field, @Nullable Object told, @Nullable Object issued) {
        if (told != null && !told.equals(issued)) {
            throw new DeclarationMismatchException(field);
        }
    }
}
