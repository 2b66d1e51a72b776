package dev.fileapi.http.wire;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.http.request.ListQuery;
import dev.fileapi.http.request.PercentEncoding;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
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

    /** Returns a page of files by offset. */
    public ListFilesResponse page(HttpRequest<?> request, ListQuery query, FilePage page) {
        return byOffset(request, query, page.files(), null, page.total());
    }

    /** Returns a page of files by cursor. */
    public ListFilesResponse page(HttpRequest<?> request, ListQuery query, Batch<FileRecord> batch) {
        return byCursor(request, query, batch.items(), null, batch.continuation());
    }

    /** Returns a page of folders and files by offset. */
    public ListFilesResponse level(HttpRequest<?> request, ListQuery query, LevelPage page) {
        return byOffset(request, query, files(page.entries()), folders(page.entries()), page.total());
    }

    /** Returns a page of folders and files by cursor. */
    public ListFilesResponse level(HttpRequest<?> request, ListQuery query, Batch<LevelEntry> batch) {
        return byCursor(request, query, files(batch.items()), folders(batch.items()), batch.continuation());
    }

    private ListFilesResponse byOffset(
            HttpRequest<?> request,
            ListQuery query,
            List<FileRecord> files,
            @Nullable List<String> folders,
            long total) {
        long offset = query.offset();
        int limit = query.limit();
        boolean more = total - limit > offset;
        URI next = more ? links.page(request, "limit=" + limit, "offset=" + (offset + limit)) : null;
        // From beyond the end it leads to the last files, not to another page without any.
        long before = Math.max(0, Math.min(offset, total) - limit);
        URI previous = offset > 0 ? links.page(request, "limit=" + limit, "offset=" + before) : null;
        return response(request, files, folders, total, limit, offset, next, previous);
    }

    private ListFilesResponse byCursor(
            HttpRequest<?> request,
            ListQuery query,
            List<FileRecord> files,
            @Nullable List<String> folders,
            @Nullable String continuation) {
        URI next = continuation == null
                ? null
                : links.page(request, "limit=" + query.limit(), "cursor=" + PercentEncoding.encode(continuation));
        return response(request, files, folders, null, query.limit(), null, next, null);
    }

    private static List<FileRecord> files(List<LevelEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry instanceof LevelEntry.File file ? Stream.of(file.file()) : Stream.empty())
                .toList();
    }

    private static List<String> folders(List<LevelEntry> entries) {
        return entries.stream()
                .filter(LevelEntry.Folder.class::isInstance)
                .map(LevelEntry::path)
                .toList();
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
                documents.listed(request, files),
                folders,
                files.size() + (folders == null ? 0 : folders.size()),
                total,
                limit,
                offset,
                new ListFilesResponse.PageLinks(links.self(request), next, previous));
    }
}
