package dev.fileapi.http.wire;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.http.request.ListQuery;
import dev.fileapi.http.request.PercentEncoding;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns pages of files into the records of the contract. */
@Singleton
public final class ListDocuments {

    private final FileDocuments documents;
    private final ApiLinks links;

    ListDocuments(FileDocuments documents, ApiLinks links) {
        this.documents = documents;
        this.links = links;
    }

    /**
     * Returns a page by offset.
     *
     * @param folders null when they are not asked for
     */
    public ListFilesResponse page(
            HttpRequest<?> request, ListQuery query, @Nullable List<String> folders, FilePage page) {
        long offset = query.offset();
        int limit = query.limit();
        boolean more = page.total() - limit > offset;
        URI next = more ? links.page(request, "limit=" + limit, "offset=" + (offset + limit)) : null;
        // From beyond the end it leads to the last files, not to another page without any.
        long before = Math.max(0, Math.min(offset, page.total()) - limit);
        URI previous = offset > 0 ? links.page(request, "limit=" + limit, "offset=" + before) : null;
        return response(request, page.files(), folders, page.total(), limit, offset, next, previous);
    }

    /**
     * Returns a page by cursor.
     *
     * @param folders null when they are not asked for
     */
    public ListFilesResponse page(
            HttpRequest<?> request, ListQuery query, @Nullable List<String> folders, Batch<FileRecord> batch) {
        String continuation = batch.continuation();
        URI next = continuation == null
                ? null
                : links.page(request, "limit=" + query.limit(), "cursor=" + PercentEncoding.encode(continuation));
        return response(request, batch.items(), folders, null, query.limit(), null, next, null);
    }

    private ListFilesResponse response(
            HttpRequest<?> request,
            List<FileRecord> files,
            @Nullable List<String> folders,
            @Nullable Long total,
            int limit,
            @Nullable Long offset,
            @Nullable URI next,
            @Nullable URI previous) {
        return new ListFilesResponse(
                files.stream().map(file -> documents.listed(request, file)).toList(),
                folders,
                files.size(),
                total,
                limit,
                offset,
                new ListFilesResponse.PageLinks(links.self(request), next, previous));
    }
}
