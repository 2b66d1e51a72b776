package dev.fileapi.files.model;

import java.time.Instant;

/**
 * Which version a caller's idempotency key stands for.
 *
 * @param key a hash of caller and key, unique per file, 64 lower-case hexadecimal digits
 */
public record IdempotencyRecord(
        Workspace workspace, FileId fileId, String key, VersionId versionId, Instant expiresAt) {}
