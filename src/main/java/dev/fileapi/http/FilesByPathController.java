package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;
import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.DeleteFile;
import dev.fileapi.files.FileView;
import dev.fileapi.files.ReadFile;
import dev.fileapi.files.model.FilePath;
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

/** Files by their path. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/path/{file_path}")
@Consumes(MediaType.ALL)
final class FilesByPathController {

    private final LargeCalls large;
    private final UploadLinks uploads;
    private final ReadFile files;
    private final DeleteFile deletion;
    private final FileAnswers answers;

    FilesByPathController(
            LargeCalls large, UploadLinks uploads, ReadFile files, DeleteFile deletion, FileAnswers answers) {
        this.large = large;
        this.uploads = uploads;
        this.files = files;
        this.deletion = deletion;
        this.answers = answers;
    }

    @Put
    @Access(WRITE)
    UploadFileResponse upload(WorkspaceAccess caller, FilePath path, UploadRequest upload) {
        return UploadFileResponse.of(uploads.linkFor(caller, path, upload));
    }

    @Get
    @Access(READ)
    HttpResponse<DownloadFileResponse> read(
            HttpRequest<?> request, WorkspaceAccess caller, FilePath path, ReadRequest wanted) {
        Supplier<FileView> read = () -> files.read(caller.workspace(), path, wanted.file());
        FileView view = wanted.file().includeVersions() ? large.inTurn(caller, read) : read.get();
        return answers.of(request, view);
    }

    @Delete
    @Access(WRITE)
    HttpResponse<?> delete(WorkspaceAccess caller, FilePath path, DeleteRequest wanted) {
        deletion.delete(caller.workspace(), path, caller.user(), wanted.condition());
        return HttpResponse.noContent();
    }
}
