package dev.fileapi.files;

import java.time.Instant;

/** A file's pointer to its newest committed version, with all that showing it needs. */
public record LatestVersion(VersionId id, BlobFacts blob, Instant createdAt, User createdBy) {}
