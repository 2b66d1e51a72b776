package dev.fileapi.cli.output;

import dev.fileapi.client.Checksums;
import dev.fileapi.client.StoredFile;
import dev.fileapi.client.User;
import dev.fileapi.client.Verification;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file as a line of JSON: the service's keys, but the whole path. */
public record FileLine(
        String path,
        UUID fileId,
        String versionId,
        long size,
        String etag,
        Instant createdAt,
        User createdBy,
        Instant modifiedAt,
        User modifiedBy,
        @Nullable Instant deletedAt,
        Checksums checksums,
        Verification verification,
        String contentType,
        @Nullable Instant sourceModifiedAt,
        Map<String, String> tags,
        Map<String, String> metadata) {

    public static FileLine of(StoredFile file) {
        return new FileLine(
                file.path(),
                file.fileId(),
                file.versionId(),
                file.size(),
                file.etag(),
                file.createdAt(),
                file.createdBy(),
                file.modifiedAt(),
                file.modifiedBy(),
                file.deletedAt(),
                file.checksums(),
                file.verification(),
                file.contentType(),
                file.sourceModifiedAt(),
                file.tags(),
                file.metadata());
    }
}
