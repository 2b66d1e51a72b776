package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.metadata.ListKeys;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the container {@code files} keeps it. What is null is left out.
 *
 * @param listedAs as in {@link ListKeys}, like depth and lowerCaseName
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record FileDocument(
        String id,
        UUID organisationId,
        UUID workspaceId,
        String slot,
        String path,
        int depth,
        String lowerCaseName,
        FileState state,
        @Nullable FileState listedAs,
        long createdAt,
        UserDocument createdBy,
        @Nullable Latest latest,
        @Nullable Deleted deletion,
        @Nullable Long nextCheckAt,
        String writeId,
        @JsonProperty("_etag") @Nullable String etag)
        implements DueDocument {

    /** The pointer to the latest version. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Latest(
            String versionId,
            BlobDocument blob,
            @Nullable DetailsDocument details,
            long createdAt,
            UserDocument createdBy) {}

    /** When it was deleted, and by whom. */
    record Deleted(long at, UserDocument by) {}

    /** The record as it is to be stored, by a write of its own. */
    static FileDocument of(FileRecord file) {
        ListKeys keys = ListKeys.of(file);
        CommittedVersion latest = file.latest();
        Deletion deletion = file.deletion();
        return new FileDocument(
                file.id().toString(),
                file.workspace().organisationId(),
                file.workspace().workspaceId(),
                file.slot().value(),
                file.path().value(),
                keys.depth(),
                keys.lowerCaseName(),
                file.state(),
                keys.listedAs(),
                CosmosTimes.stored(file.createdAt()),
                UserDocument.of(file.createdBy()),
                latest == null
                        ? null
                        : new Latest(
                                VersionIds.stored(latest.id()),
                                BlobDocument.of(latest.blob()),
                                DetailsDocument.of(latest.details()),
                                CosmosTimes.stored(latest.createdAt()),
                                UserDocument.of(latest.createdBy())),
                deletion == null
                        ? null
                        : new Deleted(CosmosTimes.stored(deletion.at()), UserDocument.of(deletion.by())),
                CosmosTimes.storedOrNull(file.nextCheckAt()),
                UUID.randomUUID().toString(),
                null);
    }

    FileRecord file() {
        return file(String.valueOf(etag));
    }

    FileRecord file(String revision) {
        return new FileRecord(
                new Workspace(organisationId, workspaceId),
                new FileId(UUID.fromString(id)),
                new FilePath(path),
                state,
                CosmosTimes.read(createdAt),
                createdBy.user(),
                latest == null
                        ? null
                        : new CommittedVersion(
                                VersionIds.read(latest.versionId),
                                latest.blob.facts(),
                                DetailsDocument.read(latest.details),
                                CosmosTimes.read(latest.createdAt),
                                latest.createdBy.user()),
                deletion == null ? null : new Deletion(CosmosTimes.read(deletion.at), deletion.by.user()),
                CosmosTimes.readOrNull(nextCheckAt),
                new Revision(revision));
    }

    static PartitionKey partition(Workspace workspace) {
        return new PartitionKeyBuilder()
                .add(workspace.organisationId().toString())
                .add(workspace.workspaceId().toString())
                .build();
    }

    @Override
    @JsonIgnore
    public PartitionKey partition() {
        return partition(new Workspace(organisationId, workspaceId));
    }

    @Override
    @JsonIgnore
    public String key() {
        return id;
    }
}
