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
import dev.fileapi.http.request.ReadRequest;
import dev.fileapi.http.request.RouteUrl;
import dev.fileapi.http.request.UploadRequest;
import dev.fileapi.http.wire.DownloadFileResponse;
import dev.fileapi.http.wire.FileDocuments;
import dev.fileapi.http.wire.UploadFileResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;

/** Files by their path. What {@code file_path} holds here, {@link RouteUrl} says. */
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
    UploadFileResponse uploadFileByPath(
            HttpRequest<?> request,
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_path") String filePath) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        FilePath path = RouteUrl.filePath(filePath);
        UploadRequest upload = UploadRequest.read(request);
        VersionId versionId = upload.versionId();
        return UploadFileResponse.of(
                versionId == null
                        ? issue.byPath(workspace, path, caller.user(), upload.condition(), upload.idempotencyKey())
                        : relink.byPath(workspace, path, versionId));
    }

    /** The file at the path and a link to download it. */
    @Get
    DownloadFileResponse getFileByPath(
            HttpRequest<?> request,
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_path") String filePath) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        FilePath path = RouteUrl.filePath(filePath);
        ReadRequest wanted = ReadRequest.read(request);
        return documents.download(request, read.byPath(workspace, path, wanted.versionId(), wanted.includeVersions()));
    }

    /** Deletes the file at the path. It can be restored by its id until its retention ends. */
    @Delete
    HttpResponse<?> deleteFileByPath(
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_path") String filePath) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        delete.byPath(workspace, RouteUrl.filePath(filePath), caller.user());
        return HttpResponse.noContent();
    }
}
