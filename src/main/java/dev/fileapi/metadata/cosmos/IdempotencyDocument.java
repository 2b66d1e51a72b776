package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An idempotency record beside the versions of its file. It has no state, so no query for versions finds it.
 *
 * @param ttl after how many seconds Cosmos DB removes it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record IdempotencyDocument(
        String id,
        UUID organisationId,
        UUID workspaceId,
        UUID fileId,
        String versionId,
        long expiresAt,
        int ttl,
        String writeId,
        @JsonProperty("_etag") @Nullable String etag)
        implements StoredDocument {

    private static final String PREFIX = "key-";

    static IdempotencyDocument of(IdempotencyRecord record, Instant now) {
        return new IdempotencyDocument(
                id(record),
                record.workspace().organisationId(),
                record.workspace().workspaceId(),
                record.fileId().value(),
                VersionIds.stored(record.versionId()),
                CosmosTimes.stored(record.expiresAt()),
                Math.max(
                        1,
                        Math.toIntExact(
                                1 + Duration.between(now, record.expiresAt()).toSeconds())),
                UUID.randomUUID().toString(),
                null);
    }

    IdempotencyRecord record() {
        return new IdempotencyRecord(
                new Workspace(organisationId, workspaceId),
                new FileId(fileId),
                id.substring(PREFIX.length()),
                VersionIds.read(versionId),
                CosmosTimes.read(expiresAt));
    }

    static String id(IdempotencyRecord record) {
        return PREFIX + record.key();
    }

    @Override
    @JsonIgnore
    public PartitionKey partition() {
        return VersionDocument.partition(new Workspace(organisationId, workspaceId), new FileId(fileId));
    }
}
