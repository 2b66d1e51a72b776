package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/**
 * What a committed blob was when it was sealed.
 *
 * @param size in bytes
 * @param etag the blob's ETag, quotes included
 * @param snapshot names the snapshot that keeps the committed bytes; downloads are signed for it
 * @param contentMd5 base64, null when the client sent none and the service computed none
 * @param contentType as the client set it, null when the blob has none
 */
public record BlobInfo(
        long size,
        String etag,
        String snapshot,
        @Nullable String contentMd5,
        @Nullable String contentType) {}
