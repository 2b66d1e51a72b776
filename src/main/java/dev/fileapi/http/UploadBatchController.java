package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.wire.ApiLinks;
import dev.fileapi.http.wire.UploadBatchRequest;
import dev.fileapi.http.wire.UploadBatchResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ApiLinks for many uploads in one call. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/uploads")
final class UploadBatchController {

    private static final int MAX_PATHS = 1_000;

    private final UploadBatches batches;
    private final ObjectMapper json;

    UploadBatchController(UploadBatches batches, ObjectMapper json) {
        this.batches = batches;
        this.json = json;
    }

    /** ApiLinks to upload many files, or why there is none. */
    @Post
    UploadBatchResponse uploadFiles(
            HttpRequest<?> request,
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId,
            @Body @Nullable String body) {
        // Read here, not bound: who may not upload is told so first.
        Workspace workspace = Admission.admit(caller, Permission.WRITE, organisationId, workspaceId);
        return new UploadBatchResponse(batches.issue(request, workspace, paths(body), caller.user()));
    }

    private List<String> paths(@Nullable String body) {
        UploadBatchRequest batch;
        try {
            batch = json.readValue(body == null ? "" : body, UploadBatchRequest.class);
        } catch (IOException e) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST, "The body must be JSON like {\"paths\": [\"a/b.txt\"]}.");
        }
        List<@Nullable String> paths = batch == null ? null : batch.paths();
        if (paths == null || paths.isEmpty() || paths.size() > MAX_PATHS) {
            throw new ValidationException("paths", "must be a list of 1 to " + MAX_PATHS + " paths");
        }
        if (paths.stream().anyMatch(Objects::isNull)) {
            throw new ValidationException("paths", "must not contain null");
        }
        return paths.stream().map(String::valueOf).toList();
    }
}
