package dev.fileapi.files.model;

import java.time.Instant;

/** A version whose bytes are committed, with all that showing it needs; a file's pointer is one to its latest. */
public record CommittedVersion(VersionId id, BlobInfo blob, VersionDetails details, Instant createdAt, User createdBy) {

    public CommittedVersion withDetails(VersionDetails newDetails) {
        return new CommittedVersion(id, blob, newDetails, createdAt, createdBy);
    }
}
