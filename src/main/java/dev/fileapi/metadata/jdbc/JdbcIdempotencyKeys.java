package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.metadata.IdempotencyKeys;
import java.time.Instant;
import java.util.Optional;

/** The steps of an idempotency key in SQL, one statement each. */
final class JdbcIdempotencyKeys extends IdempotencyKeys<IdempotencyKeyRow> {

    private final IdempotencyKeyRows rows;

    JdbcIdempotencyKeys(IdempotencyKeyRows rows) {
        this.rows = rows;
    }

    @Override
    protected IdempotencyKeyRow toStored(IdempotencyRecord record, Instant now) {
        return IdempotencyKeyRow.of(record);
    }

    @Override
    protected IdempotencyRecord record(IdempotencyKeyRow row) {
        return row.toRecord();
    }

    @Override
    protected boolean insert(IdempotencyKeyRow row) {
        IdempotencyKeyRow.Id id = row.id();
        return rows.insert(
                        id.organisationId(), id.workspaceId(), id.fileId(), id.key(), row.versionId(), row.expiresAt())
                == 1;
    }

    @Override
    protected Optional<IdempotencyKeyRow> find(IdempotencyKeyRow row) {
        return rows.findById(row.id());
    }

    @Override
    protected boolean replace(IdempotencyKeyRow expired, IdempotencyKeyRow row) {
        IdempotencyKeyRow.Id id = row.id();
        return rows.replace(
                        id.organisationId(),
                        id.workspaceId(),
                        id.fileId(),
                        id.key(),
                        row.versionId(),
                        row.expiresAt(),
                        expired.expiresAt())
                == 1;
    }
}
