package dev.fileapi.http;

import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.http.wire.UploadBatchResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** Links for many uploads in one call. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/uploads")
final class UploadBatchController {

    private final UploadBatches batches;
    private final UploadBatchBody bodies;

    UploadBatchController(UploadBatches batches, UploadBatchBody bodies) {
        this.batches = batches;
        this.bodies = bodies;
    }

    @Post
    @Access(WRITE)
    UploadBatchResponse upload(HttpRequest<?> request, WorkspaceAccess caller, @Body @Nullable String body) {
        return new UploadBatchResponse(batches.issue(request, caller, bodies.paths(body)));
    }
}
