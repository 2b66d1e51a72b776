package dev.fileapi.files.model;

import dev.fileapi.files.BlobFacts;
import dev.fileapi.files.Check;
import dev.fileapi.files.User;
import dev.fileapi.files.VersionRecord;
import dev.fileapi.files.VersionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on record of a version. */
record SeenVersion(
        VersionState state,
        User createdBy,
        Instant linkExpiresAt,
        @Nullable Check check,
        @Nullable Instant checkAt,
        @Nullable String etag) {

    static SeenVersion of(VersionRecord version) {
        BlobFacts blob = version.blob();
        return new SeenVersion(
                version.state(),
                version.createdBy(),
                version.linkExpiresAt(),
                version.nextCheck(),
                version.nextCheckAt(),
                blob == null ? null : blob.etag());
    }
}
