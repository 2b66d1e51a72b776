package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;
import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.Uploads;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.wire.ListUploadsResponse;
import dev.fileapi.http.wire.Upload;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;

/** The uploads of a file. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}/uploads")
@Consumes(MediaType.ALL)
final class UploadsController {

    private final Uploads uploads;

    UploadsController(Uploads uploads) {
        this.uploads = uploads;
    }

    @Get
    @Access(READ)
    ListUploadsResponse list(WorkspaceAccess caller, FileId file) {
        return ListUploadsResponse.of(uploads.inProgress(caller.workspace(), file));
    }

    @Get("/{version_id}")
    @Access(READ)
    Upload read(WorkspaceAccess caller, FileId file, VersionId version) {
        return Upload.of(uploads.state(caller.workspace(), file, version));
    }

    @Delete("/{version_id}")
    @Access(WRITE)
    HttpResponse<?> cancel(WorkspaceAccess caller, FileId file, VersionId version) {
        uploads.cancel(caller.workspace(), file, version);
        return HttpResponse.noContent();
    }
}
