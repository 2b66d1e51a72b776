package dev.fileapi.http.wire;

import dev.fileapi.files.CompletedUpload;
import dev.fileapi.files.FindUploads;
import dev.fileapi.files.ListUploads;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.UploadPlace;
import dev.fileapi.http.request.FileUploadsQuery;
import dev.fileapi.http.request.UploadListQuery;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns uploads into the records of the contract. */
@Singleton
public final class UploadDocuments {

    private final FileDocuments files;
    private final ApiLinks links;

    UploadDocuments(FileDocuments files, ApiLinks links) {
        this.files = files;
        this.links = links;
    }

    /** Returns a page of uploads in progress. */
    public UploadListResponse page(HttpRequest<?> request, UploadListQuery query, FindUploads.Page page) {
        List<UploadListResponse.Item> uploads = page.uploads().stream()
                .map(upload -> UploadListResponse.Item.of(upload, query.includeBlocks()))
                .toList();
        UploadPlace next = page.next();
        return new UploadListResponse(
                uploads,
                uploads.size(),
                page.limit(),
                pageLinks(request, query.limit(), next == null ? null : UploadListQuery.cursor(next)));
    }

    /** Returns a page of the uploads in progress of a file. */
    public ListUploadsResponse page(HttpRequest<?> request, FileUploadsQuery query, ListUploads.Page page) {
        List<Upload> uploads = page.uploads().stream().map(Upload::of).toList();
        VersionId next = page.next();
        return new ListUploadsResponse(
                uploads,
                uploads.size(),
                page.limit(),
                pageLinks(request, query.limit(), next == null ? null : next.toString()));
    }

    private UploadListResponse.PageLinks pageLinks(HttpRequest<?> request, int limit, @Nullable String next) {
        return new UploadListResponse.PageLinks(
                links.self(request), next == null ? null : links.page(request, "limit=" + limit, "cursor=" + next));
    }

    /** Returns the result of an upload that is recorded. */
    public CompleteUploadsResponse.Item completed(HttpRequest<?> request, CompletedUpload completed) {
        VersionRecord version = completed.version();
        FileRecord file = completed.file();
        RejectionReason rejection = version.rejection();
        return new CompleteUploadsResponse.Item(
                version.fileId().value(),
                version.id().toString(),
                version.state().name().toLowerCase(Locale.ROOT),
                RejectionWord.of(rejection),
                rejection == null ? null : rejection.detail(),
                file.isNascent() ? null : files.listed(request, file),
                null);
    }
}
