package dev.fileapi.files;

import java.time.Instant;

/** A version whose bytes are committed, with all that showing it needs; a file's pointer is one to its latest. */
public record CommittedVersion(VersionId id, BlobFacts blob, Instant createdAt, User createdBy) {}
