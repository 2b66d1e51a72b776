package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Workspace;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.MappedProperty;
import java.util.UUID;

/** The primary key of {@link FileRow}. */
@Embeddable
record FileKey(
        @MappedProperty("organisation_id") UUID organisationId,
        @MappedProperty("workspace_id") UUID workspaceId,
        @MappedProperty("file_id") UUID fileId) {

    static FileKey of(Workspace workspace, FileId id) {
        return new FileKey(workspace.organisationId(), workspace.workspaceId(), id.value());
    }

    Workspace workspace() {
        return new Workspace(organisationId, workspaceId);
    }
}
