package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;
import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.DeleteFile;
import dev.fileapi.files.FileView;
import dev.fileapi.files.ReadFile;
import dev.fileapi.files.model.FileId;
import dev.fileapi.http.request.DeleteRequest;
import dev.fileapi.http.request.ReadRequest;
import dev.fileapi.http.request.UploadRequest;
import dev.fileapi.http.wire.DownloadFileResponse;
import dev.fileapi.http.wire.UploadFileResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.function.Supplier;

/** Files by their id. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}")
@Consumes(MediaType.ALL)
final class FilesByIdController {

    private final LargeCalls large;
    private final UploadLinks uploads;
    private final Restoration restoration;
    private final ReadFile files;
    private final DeleteFile deletion;
    private final FileAnswers answers;

    FilesByIdController(
            LargeCalls large,
            UploadLinks uploads,
            Restoration restoration,
            ReadFile files,
            DeleteFile deletion,
            FileAnswers answers) {
        this.large = large;
        this.uploads = uploads;
        this.restoration = restoration;
        this.files = files;
        this.deletion = deletion;
        this.answers = answers;
    }

    @Put
    @Access(WRITE)
    HttpResponse<?> uploadOrRestore(HttpRequest<?> request, WorkspaceAccess caller, FileId file) {
        return Restoration.isAskedFor(request)
                ? restoration.restore(request, caller, file)
                : HttpResponse.ok(UploadFileResponse.of(uploads.linkFor(caller, file, UploadRequest.read(request))));
    }

    @Get
    @Access(READ)
    HttpResponse<DownloadFileResponse> read(
            HttpRequest<?> request, WorkspaceAccess caller, FileId file, ReadRequest wanted) {
        Supplier<FileView> read = () -> files.read(caller.workspace(), file, wanted.file());
        FileView view = wanted.file().includeVersions() ? large.inTurn(caller, read) : read.get();
        return answers.of(request, view);
    }

    @Delete
    @Access(WRITE)
    HttpResponse<?> delete(WorkspaceAccess caller, FileId file, DeleteRequest wanted) {
        deletion.delete(caller.workspace(), file, caller.user(), wanted.condition());
        return HttpResponse.noContent();
    }
}
