package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.Uploads;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The uploads of a file. */
@Tag(name = ApiDescription.UPLOADS)
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}/uploads")
@Consumes(MediaType.ALL)
final class UploadsController {

    private final Uploads uploads;

    UploadsController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The uploads in progress of a file, newest first. */
    @Get
    @WorkspaceCall
    @MalformedCall
    @MissingFile
    @DeletedFile
    @ApiResponse(
            responseCode = "200",
            description = "The uploads.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadsInProgress.class)))
    UploadsInProgress listUploads(
            @Parameter(hidden = true) Caller caller,
            @OrganisationParameter @PathVariable("organisation_id") String organisationId,
            @WorkspaceParameter @PathVariable("workspace_id") String workspaceId,
            @FileIdParameter @PathVariable("file_id") String fileId) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        return new UploadsInProgress(uploads.inProgress(workspace, fileId(fileId)).stream()
                .map(Upload::of)
                .toList());
    }

    /** One upload, in progress or not: enough to resume it on any machine. */
    @Get("/{version_id}")
    @WorkspaceCall
    @MalformedCall
    @MissingFile
    @DeletedFile
    @ApiResponse(
            responseCode = "200",
            description = "The upload.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Upload.class)))
    Upload getUpload(
            @Parameter(hidden = true) Caller caller,
            @OrganisationParameter @PathVariable("organisation_id") String organisationId,
            @WorkspaceParameter @PathVariable("workspace_id") String workspaceId,
            @FileIdParameter @PathVariable("file_id") String fileId,
            @VersionParameter @PathVariable("version_id") String versionId) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        return Upload.of(uploads.state(workspace, fileId(fileId), versionId(versionId)));
    }

    /** Cancels an upload in progress. Its staged blocks are discarded. */
    @Delete("/{version_id}")
    @WorkspaceCall
    @NoUploadInProgress
    @MissingFile
    @DeletedFile
    @ApiResponse(responseCode = "204", description = "Cancelled.")
    HttpResponse<?> cancelUpload(
            @Parameter(hidden = true) Caller caller,
            @OrganisationParameter @PathVariable("organisation_id") String organisationId,
            @WorkspaceParameter @PathVariable("workspace_id") String workspaceId,
            @FileIdParameter @PathVariable("file_id") String fileId,
            @VersionParameter @PathVariable("version_id") String versionId) {
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
