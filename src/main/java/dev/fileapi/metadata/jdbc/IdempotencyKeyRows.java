package dev.fileapi.metadata.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code idempotency_keys}. */
@JdbcStore
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdempotencyKeyRows extends GenericRepository<IdempotencyKeyRow, IdempotencyKeyRow.Id> {

    Optional<IdempotencyKeyRow> findById(IdempotencyKeyRow.Id id);

    /** Returns how many rows were inserted: 0 when the key has one. */
    @Query("""
            INSERT INTO idempotency_keys
                (organisation_id, workspace_id, file_id, idempotency_key, version_id, expires_at)
            VALUES (:organisationId, :workspaceId, :fileId, :key, :versionId, :expiresAt)
            ON CONFLICT DO NOTHING""")
    int insert(UUID organisationId, UUID workspaceId, UUID fileId, String key, long versionId, Instant expiresAt);

    /** Returns how many rows were replaced: 0 when the row no longer expires at {@code expired}, or is gone. */
    @Query("""
            UPDATE idempotency_keys SET version_id = :versionId, expires_at = :expiresAt
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND file_id = :fileId
            AND idempotency_key = :key AND expires_at = :expired""")
    int replace(
            UUID organisationId,
            UUID workspaceId,
            UUID fileId,
            String key,
            long versionId,
            Instant expiresAt,
            Instant expired);

    @Query("DELETE FROM idempotency_keys WHERE expires_at <= :now")
    int deleteExpired(Instant now);
}
