package dev.fileapi.http;

import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.http.request.UploadBatchRequest;
import dev.fileapi.http.wire.UploadBatchResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Links for many uploads in one call. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/uploads")
final class UploadBatchController {

    private final UploadBatches batches;

    UploadBatchController(UploadBatches batches) {
        this.batches = batches;
    }

    @Post
    @Access(WRITE)
    UploadBatchResponse upload(HttpRequest<?> request, WorkspaceAccess caller, UploadBatchRequest batch) {
        return new UploadBatchResponse(batches.issue(request, caller, batch.paths()));
    }
}
