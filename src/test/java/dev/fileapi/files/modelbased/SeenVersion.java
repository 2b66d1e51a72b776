package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on record of a version. */
record SeenVersion(
        VersionState state,
        User createdBy,
        Instant linkExpiresAt,
        @Nullable SweepStage check,
        @Nullable Instant checkAt,
        Knowledge known,
        @Nullable String etag) {

    static SeenVersion of(VersionRecord version) {
        BlobInfo blob = version.blob();
        return new SeenVersion(
                version.state(),
                version.createdBy(),
                version.linkExpiresAt(),
                version.nextCheck(),
                version.nextCheckAt(),
                Knowledge.of(version.details()),
                blob == null ? null : blob.etag());
    }
}
