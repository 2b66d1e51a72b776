package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;
import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.ListUploads;
import dev.fileapi.files.Uploads;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.request.FileUploadsQuery;
import dev.fileapi.http.wire.ListUploadsResponse;
import dev.fileapi.http.wire.Upload;
import dev.fileapi.http.wire.UploadDocuments;
import io.micronaut.http.HttpRequest;
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

    private final LargeCalls large;
    private final Uploads uploads;
    private final ListUploads list;
    private final UploadDocuments documents;

    UploadsController(LargeCalls large, Uploads uploads, ListUploads list, UploadDocuments documents) {
        this.large = large;
        this.uploads = uploads;
        this.list = list;
        this.documents = documents;
    }

    @Get
    @Access(READ)
    HttpResponse<ListUploadsResponse> list(
            HttpRequest<?> request, WorkspaceAccess caller, FileId file, FileUploadsQuery query) {
        ListUploads.Page page =
                large.inTurn(caller, () -> list.page(caller.workspace(), file, query.olderThan(), query.limit()));
        return UncheckedUploads.told(documents.page(request, query, page), page.unchecked());
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
