package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.DeleteFile;
import dev.fileapi.files.IssueUpload;
import dev.fileapi.files.ReadFile;
import dev.fileapi.files.RelinkUpload;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Files by their path. What {@code file_path} holds here, {@link ApiUrl} says. */
@Tag(name = ApiDescription.FILES)
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/path/{file_path}")
@Consumes(MediaType.ALL)
final class FilesByPathController {

    private final IssueUpload issue;
    private final RelinkUpload relink;
    private final ReadFile read;
    private final DeleteFile delete;
    private final FileDocuments documents;

    FilesByPathController(
            IssueUpload issue, RelinkUpload relink, ReadFile read, DeleteFile delete, FileDocuments documents) {
        this.issue = issue;
        this.relink = relink;
        this.read = read;
        this.delete = delete;
        this.documents = documents;
    }

    /** A link to upload a new version of the file at the path, or a fresh one for an upload in progress. Creates the file when there is none. */
    @Put
    @WorkspaceCall
    @UploadByPath
    @MissingFile
    @ApiResponse(
            responseCode = "200",
            description = "The link, valid for 30 minutes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadFile.class)))
    UploadFile uploadFileByPath(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @OrganisationParameter @PathVariable("organisation_id") String organisationId,
            @WorkspaceParameter @PathVariable("workspace_id") String workspaceId,
            @FilePathParameter @PathVariable("file_path") String filePath) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        FilePath path = ApiUrl.filePath(filePath);
        UploadRequest upload = UploadRequest.read(request);
        VersionId versionId = upload.versionId();
        return UploadFile.of(
                versionId == null
                        ? issue.byPath(workspace, path, caller.user(), upload.condition(), upload.idempotencyKey())
                        : relink.byPath(workspace, path, versionId));
    }

    /** The file at the path and a link to download it. */
    @Get
    @WorkspaceCall
    @ReadByPath
    @InvalidPath
    @MissingFile
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DownloadFile.class)))
    DownloadFile getFileByPath(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @OrganisationParameter @PathVariable("organisation_id") String organisationId,
            @WorkspaceParameter @PathVariable("workspace_id") String workspaceId,
            @FilePathParameter @PathVariable("file_path") String filePath) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        FilePath path = ApiUrl.filePath(filePath);
        ReadRequest wanted = ReadRequest.read(request);
        return documents.download(request, read.byPath(workspace, path, wanted.versionId(), wanted.includeVersions()));
    }

    /** Deletes the file at the path. It can be restored by its id until its retention ends. */
    @Delete
    @WorkspaceCall
    @InvalidPath
    @ApiResponse(responseCode = "204", description = "Deleted, or there was nothing to delete.")
    HttpResponse<?> deleteFileByPath(
            @Parameter(hidden = true) Caller caller,
            @OrganisationParameter @PathVariable("organisation_id") String organisationId,
            @WorkspaceParameter @PathVariable("workspace_id") String workspaceId,
            @FilePathParameter @PathVariable("file_path") String filePath) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        delete.byPath(workspace, ApiUrl.filePath(filePath), caller.user());
        return HttpResponse.noContent();
    }
}
