package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.model.VersionId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The table {@code idempotency_keys}. */
@JdbcStore
@Singleton
final class IdempotencyKeys {

    /** A key that comes and goes more often than this while it is looked at is no caller's doing. */
    private static final int ATTEMPTS = 5;

    private final Sql sql;

    IdempotencyKeys(Sql sql) {
        this.sql = sql;
    }

    IdempotencyRecord createIfAbsent(IdempotencyRecord wanted, Instant now) {
        IdempotencyRecord record = new IdempotencyRecord(
                wanted.workspace(),
                wanted.fileId(),
                wanted.key(),
                wanted.versionId(),
                Times.stored(wanted.expiresAt()));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (insert(record) || replaceExpired(record, now)) {
                return record;
            }
            Optional<IdempotencyRecord> existing = find(record);
            if (existing.isPresent()) {
                return existing.get();
            }
        }
        throw new MetadataStoreException("The metadata store could not settle an idempotency key.", null);
    }

    void removeExpired(Instant now) {
        sql.update(new Query("DELETE FROM idempotency_keys WHERE expires_at <= ?", Times.argument(now)));
    }

    private boolean insert(IdempotencyRecord record) {
        Query insert = new Query(
                """
                INSERT INTO idempotency_keys
                    (organisation_id, workspace_id, file_id, idempotency_key, version_id, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                record.workspace().organisationId(),
                record.workspace().workspaceId(),
                record.fileId().value(),
                record.key(),
                record.versionId().value(),
                Times.argument(record.expiresAt()));
        return sql.update(insert) == 1;
    }

    private boolean replaceExpired(IdempotencyRecord record, Instant now) {
        Query update = new Query(
                        "UPDATE idempotency_keys SET version_id = ?, expires_at = ?",
                        record.versionId().value(),
                        Times.argument(record.expiresAt()))
                .append(whereKey(record))
                .append("AND expires_at <= ?", Times.argument(now));
        return sql.update(update) == 1;
    }

    private Optional<IdempotencyRecord> find(IdempotencyRecord record) {
        return sql.queryOne(
                new Query("SELECT version_id, expires_at FROM idempotency_keys").append(whereKey(record)),
                row -> new IdempotencyRecord(
                        record.workspace(),
                        record.fileId(),
                        record.key(),
                        new VersionId(row.getLong("version_id")),
                        Times.read(row, "expires_at")));
    }

    private static Query whereKey(IdempotencyRecord record) {
        return new Query(
                "WHERE organisation_id = ? AND workspace_id = ? AND file_id = ? AND idempotency_key = ?",
                record.workspace().organisationId(),
                record.workspace().workspaceId(),
                record.fileId().value(),
                record.key());
    }
}
