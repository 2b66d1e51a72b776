package dev.fileapi.http;

import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.DeleteFiles;
import dev.fileapi.http.request.DeleteFilesRequest;
import dev.fileapi.http.request.FilesUnder;
import dev.fileapi.http.request.NamedFile;
import dev.fileapi.http.wire.DeleteFilesResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.List;

/** Deletions of many files. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/delete")
final class FileDeletionsController {

    private final LargeCalls large;
    private final BatchCalls batches;
    private final PagesOfPrefix pages;
    private final DeleteFiles deletion;

    FileDeletionsController(LargeCalls large, BatchCalls batches, PagesOfPrefix pages, DeleteFiles deletion) {
        this.large = large;
        this.batches = batches;
        this.pages = pages;
        this.deletion = deletion;
    }

    @Post
    @Access(WRITE)
    HttpResponse<DeleteFilesResponse> delete(
            HttpRequest<?> request, WorkspaceAccess caller, DeleteFilesRequest wanted) {
        FilesUnder under = wanted.under();
        return large.inTurn(caller, () -> {
            if (under == null) {
                return HttpResponse.ok(new DeleteFilesResponse(delete(request, caller, wanted.files()), null));
            }
            PagesOfPrefix.Page page = pages.page(caller.workspace(), under);
            List<NamedFile> files = page.paths().stream()
                    .map(path -> new NamedFile(path.value(), null, null))
                    .toList();
            return UncheckedUploads.told(
                    new DeleteFilesResponse(delete(request, caller, files), page.next()), page.unchecked());
        });
    }

    private List<DeleteFilesResponse.Item> delete(
            HttpRequest<?> request, WorkspaceAccess caller, List<NamedFile> files) {
        DeleteFiles.Call call = deletion.begin(caller.workspace(), caller.user());
        return batches.each(
                request,
                caller.workspace(),
                files,
                file -> DeleteFilesResponse.Item.of(
                        file, call.delete(file.ref(), file.condition()).orElse(null)),
                DeleteFilesResponse.Item::of);
    }
}
