package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.ListFiles;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.http.request.ListQuery;
import dev.fileapi.http.request.PercentEncoding;
import dev.fileapi.http.request.QueryParameters;
import dev.fileapi.http.wire.ApiLinks;
import dev.fileapi.http.wire.FileDocuments;
import dev.fileapi.http.wire.ListFilesResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of a workspace's files. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files")
@Consumes(MediaType.ALL)
final class FileListController {

    private final ListFiles list;
    private final FileDocuments documents;
    private final ApiLinks links;

    FileListController(ListFiles list, FileDocuments documents, ApiLinks links) {
        this.list = list;
        this.documents = documents;
        this.links = links;
    }

    /** A page of the files that match. */
    @Get
    ListFilesResponse listFiles(
            HttpRequest<?> request,
            Caller caller,
            @PathVariable("organisation_id") String organisationId,
            @PathVariable("workspace_id") String workspaceId) {
        Workspace workspace = Admission.admit(caller, Permission.READ, organisationId, workspaceId);
        ListQuery query = ListQuery.read(QueryParameters.of(request));
        List<String> folders = query.folders() ? list.folders(workspace, query.filter()) : null;
        String cursor = query.cursor();
        return cursor == null
                ? byOffset(request, workspace, query, folders)
                : byCursor(request, workspace, query, cursor, folders);
    }

    private ListFilesResponse byOffset(
            HttpRequest<?> request, Workspace workspace, ListQuery query, @Nullable List<String> folders) {
        FilePage page = list.page(workspace, query.filter(), query.order(), query.offset(), query.limit());
        long offset = query.offset();
        int limit = query.limit();
        boolean more = page.total() - limit > offset;
        URI next = more ? links.page(request, "limit=" + limit, "offset=" + (offset + limit)) : null;
        // From beyond the end it leads to the last files, not to another page without any.
        long before = Math.max(0, Math.min(offset, page.total()) - limit);
        URI previous = offset > 0 ? links.page(request, "limit=" + limit, "offset=" + before) : null;
        return page(request, page.files(), folders, page.total(), query, offset, next, previous);
    }

    private ListFilesResponse byCursor(
            HttpRequest<?> request,
            Workspace workspace,
            ListQuery query,
            String cursor,
            @Nullable List<String> folders) {
        Batch<FileRecord> batch =
                list.from(workspace, query.filter(), query.order(), cursor.isEmpty() ? null : cursor, query.limit());
        String continuation = batch.continuation();
        URI next = continuation == null
                ? null
                : links.page(request, "limit=" + query.limit(), "cursor=" + PercentEncoding.encode(continuation));
        return page(request, batch.items(), folders, null, query, null, next, null);
    }

    private ListFilesResponse page(
            HttpRequest<?> request,
            List<FileRecord> files,
            @Nullable List<String> folders,
            @Nullable Long total,
            ListQuery query,
            @Nullable Long offset,
            @Nullable URI next,
            @Nullable URI previous) {
        return new ListFilesResponse(
                files.stream().map(file -> documents.listed(request, file)).toList(),
                folders,
                files.size(),
                total,
                query.limit(),
                offset,
                new ListFilesResponse.PageLinks(links.self(request), next, previous));
    }
}
