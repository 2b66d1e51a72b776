package dev.fileapi.http;

import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.MoveFiles;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.http.request.MoveFilesRequest;
import dev.fileapi.http.wire.FileDocuments;
import dev.fileapi.http.wire.MoveFilesResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves of many files. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/move")
final class FileMovesController {

    private final LargeCalls large;
    private final BatchCalls batches;
    private final PagesOfPrefix pages;
    private final MoveFiles moves;
    private final FileDocuments documents;

    FileMovesController(
            LargeCalls large, BatchCalls batches, PagesOfPrefix pages, MoveFiles moves, FileDocuments documents) {
        this.large = large;
        this.batches = batches;
        this.pages = pages;
        this.moves = moves;
        this.documents = documents;
    }

    @Post
    @Access(WRITE)
    HttpResponse<MoveFilesResponse> move(HttpRequest<?> request, WorkspaceAccess caller, MoveFilesRequest wanted) {
        MoveFilesRequest.Prefix under = wanted.under();
        return large.inTurn(
                caller,
                () -> under == null
                        ? HttpResponse.ok(new MoveFilesResponse(files(request, caller, wanted.files()), null))
                        : prefix(request, caller, under));
    }

    private List<MoveFilesResponse.Item> files(
            HttpRequest<?> request, WorkspaceAccess caller, List<MoveFilesRequest.Item> items) {
        MoveFiles.Call call = moves.begin(caller.workspace(), caller.user());
        Map<FileId, FilePath> paths = call.pathsOf(ids(items));
        return batches.inOrder(
                request,
                caller.workspace(),
                items,
                item -> item.parts(paths),
                item -> moved(request, call, item),
                MoveFilesResponse.Item::of);
    }

    /** The files go to paths of which none is one of theirs, so their order does not matter. */
    private HttpResponse<MoveFilesResponse> prefix(
            HttpRequest<?> request, WorkspaceAccess caller, MoveFilesRequest.Prefix under) {
        PagesOfPrefix.Page page = pages.page(caller.workspace(), under.files());
        MoveFiles.Call call = moves.begin(caller.workspace(), caller.user());
        List<MoveFilesResponse.Item> moved = batches.each(
                request,
                caller.workspace(),
                page.paths().stream().map(under::item).toList(),
                item -> {
                    under.requireOutside(item);
                    return moved(request, call, item);
                },
                MoveFilesResponse.Item::of);
        return UncheckedUploads.told(new MoveFilesResponse(moved, page.next()), page.unchecked());
    }

    private MoveFilesResponse.Item moved(HttpRequest<?> request, MoveFiles.Call call, MoveFilesRequest.Item item) {
        return documents.moved(
                request,
                item,
                call.move(item.file().ref(), item.target(), item.file().condition()));
    }

    private static Set<FileId> ids(List<MoveFilesRequest.Item> items) {
        Set<FileId> ids = new HashSet<>();
        for (MoveFilesRequest.Item item : items) {
            FileId id = item.file().fileId();
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
