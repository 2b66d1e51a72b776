package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;
import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.CompleteUpload;
import dev.fileapi.files.FindUploads;
import dev.fileapi.files.IssueFirstUploads;
import dev.fileapi.files.IssueUpload;
import dev.fileapi.files.NewUpload;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.http.request.CompleteUploadsRequest;
import dev.fileapi.http.request.UploadBatchRequest;
import dev.fileapi.http.request.UploadListQuery;
import dev.fileapi.http.wire.CompleteUploadsResponse;
import dev.fileapi.http.wire.UploadBatchResponse;
import dev.fileapi.http.wire.UploadDocuments;
import dev.fileapi.http.wire.UploadListResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The uploads of a workspace: links for many, those in progress, and completing many. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/uploads")
final class WorkspaceUploadsController {

    private final LargeCalls large;
    private final BatchCalls batches;
    private final IssueFirstUploads issueFirst;
    private final IssueUpload issue;
    private final FindUploads find;
    private final CompleteUpload complete;
    private final UploadDocuments documents;

    WorkspaceUploadsController(
            LargeCalls large,
            BatchCalls batches,
            IssueFirstUploads issueFirst,
            IssueUpload issue,
            FindUploads find,
            CompleteUpload complete,
            UploadDocuments documents) {
        this.large = large;
        this.batches = batches;
        this.issueFirst = issueFirst;
        this.issue = issue;
        this.find = find;
        this.complete = complete;
        this.documents = documents;
    }

    @Get
    @Access(READ)
    @Consumes(MediaType.ALL)
    HttpResponse<UploadListResponse> list(HttpRequest<?> request, WorkspaceAccess caller, UploadListQuery query) {
        FindUploads.Page page = large.inTurn(
                caller,
                () -> find.find(
                        caller.workspace(), query.filter(), query.includeBlocks(), query.after(), query.limit()));
        return UncheckedUploads.told(documents.page(request, query, page), page.unchecked());
    }

    @Post
    @Access(WRITE)
    UploadBatchResponse upload(HttpRequest<?> request, WorkspaceAccess caller, UploadBatchRequest batch) {
        return new UploadBatchResponse(large.inTurn(caller, () -> {
            Map<FilePath, UploadLink> first = batches.together(
                    caller.workspace(),
                    batch.uploads(),
                    issueFirst.atOnce(),
                    uploads -> issueFirst.issue(caller.workspace(), caller.user(), uploads));
            return batches.each(
                    request,
                    caller.workspace(),
                    batch.items(),
                    item -> UploadBatchResponse.Item.of(item.path(), link(caller, item.upload(), first)),
                    (item, problem) -> UploadBatchResponse.Item.of(item.path(), problem));
        }));
    }

    private UploadLink link(WorkspaceAccess caller, NewUpload upload, Map<FilePath, UploadLink> first) {
        @Nullable UploadLink link = first.get(upload.path());
        return link == null
                ? issue.issue(caller.workspace(), upload.path(), caller.user(), null, null, upload.declaration())
                : link;
    }

    @Post("/complete")
    @Access(WRITE)
    CompleteUploadsResponse complete(HttpRequest<?> request, WorkspaceAccess caller, CompleteUploadsRequest uploads) {
        return new CompleteUploadsResponse(large.inTurn(
                caller,
                () -> batches.each(
                        request,
                        caller.workspace(),
                        uploads.uploads(),
                        upload -> documents.completed(
                                request, complete.complete(caller.workspace(), upload.file(), upload.version())),
                        CompleteUploadsResponse.Item::of)));
    }
}
