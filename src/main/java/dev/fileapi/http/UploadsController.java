package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.Uploads;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.http.request.QueryParameters;
import dev.fileapi.http.wire.ListUploadsResponse;
import dev.fileapi.http.wire.Upload;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

/** The uploads of a file. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}/uploads")
@Consumes(MediaType.ALL)
final class UploadsController {

    private final Uploads uploads;

    UploadsController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The uploads in progress of a file, newest first. */
    @Get
    ListUploadsResponse listUploads(
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_id") String fileId) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        return new ListUploadsResponse(uploads.inProgress(workspace, fileId(fileId)).stream()
                .map(Upload::of)
                .toList());
    }

    /** One upload, in progress or not: enough to resume it on any machine. */
    @Get("/{version_id}")
    Upload getUpload(
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_id") String fileId,
            @PathVariable("version_id") String versionId) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        return Upload.of(uploads.state(workspace, fileId(fileId), versionId(versionId)));
    }

    /** Cancels an upload in progress. Its staged blocks are discarded. */
    @Delete("/{version_id}")
    HttpResponse<?> cancelUpload(
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_id") String fileId,
            @PathVariable("version_id") String versionId) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        uploads.cancel(workspace, fileId(fileId), versionId(versionId));
        return HttpResponse.noContent();
    }

    private static FileId fileId(String fileId) {
        return new FileId(QueryParameters.uuid("file_id", fileId));
    }

    private static VersionId versionId(String versionId) {
        return new VersionId(QueryParameters.int64("version_id", versionId));
    }
}
