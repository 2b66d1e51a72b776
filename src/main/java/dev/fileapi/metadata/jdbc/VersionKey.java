package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.MappedProperty;
import java.util.UUID;

/** The primary key of {@link VersionRow}. */
@Embeddable
record VersionKey(
        @MappedProperty("organisation_id") UUID organisationId,
        @MappedProperty("workspace_id") UUID workspaceId,
        @MappedProperty("file_id") UUID fileId,
        @MappedProperty("version_id") long versionId) {

    static VersionKey of(Workspace workspace, FileId fileId, VersionId id) {
        return new VersionKey(workspace.organisationId(), workspace.workspaceId(), fileId.value(), id.value());
    }
}
