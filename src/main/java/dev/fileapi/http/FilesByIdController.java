package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.DeleteFile;
import dev.fileapi.files.IssueUpload;
import dev.fileapi.files.ReadFile;
import dev.fileapi.files.RelinkUpload;
import dev.fileapi.files.RestoreFile;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.request.QueryParameters;
import dev.fileapi.http.request.ReadRequest;
import dev.fileapi.http.request.UploadRequest;
import dev.fileapi.http.wire.DownloadFileResponse;
import dev.fileapi.http.wire.FileDocuments;
import dev.fileapi.http.wire.UploadFileResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import java.util.Optional;

/** Files by their id. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}")
@Consumes(MediaType.ALL)
final class FilesByIdController {

    private final IssueUpload issue;
    private final RelinkUpload relink;
    private final ReadFile read;
    private final DeleteFile delete;
    private final RestoreFile restore;
    private final FileDocuments documents;

    FilesByIdController(
            IssueUpload issue,
            RelinkUpload relink,
            ReadFile read,
            DeleteFile delete,
            RestoreFile restore,
            FileDocuments documents) {
        this.issue = issue;
        this.relink = relink;
        this.read = read;
        this.delete = delete;
        this.restore = restore;
        this.documents = documents;
    }

    /** A link to upload a new version of the file, or a fresh one for an upload in progress. With {@code deleted=false} restores the file. */
    @Put
    HttpResponse<?> uploadFileById(
            HttpRequest<?> request,
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_id") String fileId) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        FileId id = fileId(fileId);
        Optional<Boolean> deleted = QueryParameters.of(request).flag("deleted");
        if (deleted.isEmpty()) {
            return HttpResponse.ok(upload(request, workspace, id, caller));
        }
        if (deleted.get()) {
            throw new ValidationException("deleted", "may only be false here, which restores; DELETE deletes a file");
        }
        return restore.restore(workspace, id, caller.user())
                .map(view -> documents.download(request, view))
                .<HttpResponse<?>>map(elsewhere -> HttpResponse.status(HttpStatus.SEE_OTHER)
                        .header("Location", elsewhere.self().toString())
                        .body(elsewhere))
                .orElseGet(HttpResponse::noContent);
    }

    /** The file and a link to download it. */
    @Get
    DownloadFileResponse getFileById(
            HttpRequest<?> request,
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_id") String fileId) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        FileId id = fileId(fileId);
        ReadRequest wanted = ReadRequest.read(request);
        return documents.download(
                request, read.byId(workspace, id, wanted.versionId(), wanted.includeVersions(), wanted.deleted()));
    }

    /** Deletes the file. It can be restored until its retention ends. */
    @Delete
    HttpResponse<?> deleteFileById(
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("file_id") String fileId) {
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        delete.byId(workspace, fileId(fileId), caller.user());
        return HttpResponse.noContent();
    }

    private UploadFileResponse upload(HttpRequest<?> request, Workspace workspace, FileId id, Caller caller) {
        UploadRequest upload = UploadRequest.read(request);
        VersionId versionId = upload.versionId();
        return UploadFileResponse.of(
                versionId == null
                        ? issue.byId(workspace, id, caller.user(), upload.condition(), upload.idempotencyKey())
                        : relink.byId(workspace, id, versionId));
    }

    private static FileId fileId(String fileId) {
        return new FileId(QueryParameters.uuid("file_id", fileId));
    }
}
