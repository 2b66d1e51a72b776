package dev.fileapi.files.model;

import java.time.Instant;

/**
 * A blob that was sealed.
 *
 * @param details as they are described beside it
 * @param writtenAt when its bytes were committed, by the blob service's clock
 */
public record SealedBlob(BlobInfo facts, VersionDetails details, Instant writtenAt) {}
