package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version as the container {@code versions} keeps it; its id is the version id. What is null is left out. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record VersionDocument(
        String id,
        UUID organisationId,
        UUID workspaceId,
        UUID fileId,
        VersionState state,
        long createdAt,
        UserDocument createdBy,
        long linkExpiresAt,
        @Nullable SweepStage nextCheck,
        @Nullable Long nextCheckAt,
        @Nullable Condition condition,
        @Nullable Long expectedSize,
        @Nullable DetailsDocument details,
        @Nullable BlobDocument blob,
        @Nullable Long committedAt,
        @Nullable RejectionReason rejection,
        @Nullable TaskDocument verification,
        String writeId,
        @JsonProperty("_etag") @Nullable String etag)
        implements DueDocument {

    /** What the upload is conditional on; without an ETag, on there being no version. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Condition(@Nullable String expectedEtag) {}

    /** The record as it is to be stored, by a write of its own. */
    static VersionDocument of(VersionRecord version) {
        UploadCondition condition = version.condition();
        BlobInfo blob = version.blob();
        return new VersionDocument(
                VersionIds.stored(version.id()),
                version.workspace().organisationId(),
                version.workspace().workspaceId(),
                version.fileId().value(),
                version.state(),
                CosmosTimes.stored(version.createdAt()),
                UserDocument.of(version.createdBy()),
                CosmosTimes.stored(version.linkExpiresAt()),
                version.nextCheck(),
                CosmosTimes.storedOrNull(version.nextCheckAt()),
                condition == null ? null : new Condition(condition.expectedEtag()),
                version.expectedSize(),
                DetailsDocument.of(version.details()),
                blob == null ? null : BlobDocument.of(blob),
                CosmosTimes.storedOrNull(version.committedAt()),
                version.rejection(),
                TaskDocument.of(version.verificationTask()),
                UUID.randomUUID().toString(),
                null);
    }

    VersionRecord version() {
        return version(String.valueOf(etag));
    }

    VersionRecord version(String revision) {
        return new VersionRecord(
                new Workspace(organisationId, workspaceId),
                new FileId(fileId),
                VersionIds.read(id),
                state,
                CosmosTimes.read(createdAt),
                createdBy.user(),
                CosmosTimes.read(linkExpiresAt),
                nextCheck,
                CosmosTimes.readOrNull(nextCheckAt),
                condition == null ? null : new UploadCondition(condition.expectedEtag),
                expectedSize,
                DetailsDocument.read(details),
                blob == null ? null : blob.facts(),
                CosmosTimes.readOrNull(committedAt),
                rejection,
                verification == null ? null : verification.task(),
                new Revision(revision));
    }

    @Nullable
    Long verificationDueAt() {
        return verification == null ? null : (Long) verification.dueAt();
    }

    /** The prefix that the partition keys of all of a workspace's versions have in common. */
    static PartitionKey partitions(Workspace workspace) {
        return new PartitionKeyBuilder()
                .add(workspace.organisationId().toString())
                .add(workspace.workspaceId().toString())
                .build();
    }

    static PartitionKey partition(Workspace workspace, FileId file) {
        return new PartitionKeyBuilder()
                .add(workspace.organisationId().toString())
                .add(workspace.workspaceId().toString())
                .add(file.toString())
                .build();
    }

    @Override
    @JsonIgnore
    public PartitionKey partition() {
        return partition(new Workspace(organisationId, workspaceId), new FileId(fileId));
    }

    @Override
    @JsonIgnore
    public String key() {
        return fileId + "/" + id;
    }
}
