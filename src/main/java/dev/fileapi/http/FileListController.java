package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;
import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.CheckEffort;
import dev.fileapi.files.ListFiles;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.http.request.ListQuery;
import dev.fileapi.http.wire.ListDocuments;
import dev.fileapi.http.wire.ListFilesResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/** The list of a workspace's files. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files")
@Consumes(MediaType.ALL)
final class FileListController {

    private final LargeCalls large;
    private final ListFiles list;
    private final ListDocuments documents;

    FileListController(LargeCalls large, ListFiles list, ListDocuments documents) {
        this.large = large;
        this.list = list;
        this.documents = documents;
    }

    @Get
    @Access(READ)
    HttpResponse<ListFilesResponse> list(HttpRequest<?> request, WorkspaceAccess caller, ListQuery query) {
        return large.inTurn(caller, () -> {
            long unchecked =
                    list.refresh(caller.workspace(), caller.may(WRITE) ? CheckEffort.FULL : CheckEffort.BOUNDED);
            return UncheckedUploads.told(page(request, caller.workspace(), query), unchecked);
        });
    }

    private ListFilesResponse page(HttpRequest<?> request, Workspace workspace, ListQuery query) {
        FileFilter filter = query.filter();
        List<FileOrder> order = query.order();
        int limit = query.limit();
        String cursor = query.cursor();
        if (cursor == null) {
            long offset = query.offset();
            return query.folders()
                    ? documents.level(request, query, list.level(workspace, filter, order, offset, limit))
                    : documents.page(request, query, list.page(workspace, filter, order, offset, limit));
        }
        String place = cursor.isEmpty() ? null : cursor;
        return query.folders()
                ? documents.level(request, query, list.levelFrom(workspace, filter, order, place, limit))
                : documents.page(request, query, list.from(workspace, filter, order, place, limit));
    }
}
