package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.UUID;

/** A row of the table {@code idempotency_keys}. */
@MappedEntity("idempotency_keys")
record IdempotencyKeyRow(@EmbeddedId Id id, long versionId, Instant expiresAt) {

    /** The primary key. */
    @Embeddable
    record Id(
            @MappedProperty("organisation_id") UUID organisationId,
            @MappedProperty("workspace_id") UUID workspaceId,
            @MappedProperty("file_id") UUID fileId,
            @MappedProperty("idempotency_key") String key) {}

    static IdempotencyKeyRow of(IdempotencyRecord record) {
        return new IdempotencyKeyRow(
                new Id(
                        record.workspace().organisationId(),
                        record.workspace().workspaceId(),
                        record.fileId().value(),
                        record.key()),
                record.versionId().value(),
                JdbcTimes.stored(record.expiresAt()));
    }

    IdempotencyRecord toRecord() {
        return new IdempotencyRecord(
                new Workspace(id.organisationId, id.workspaceId),
                new FileId(id.fileId),
                id.key,
                new VersionId(versionId),
                expiresAt);
    }
}
