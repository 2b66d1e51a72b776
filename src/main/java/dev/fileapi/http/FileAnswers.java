package dev.fileapi.http;

import dev.fileapi.files.FileView;
import dev.fileapi.http.request.NoneMatch;
import dev.fileapi.http.wire.DownloadFileResponse;
import dev.fileapi.http.wire.EntityTags;
import dev.fileapi.http.wire.FileDocuments;
import dev.fileapi.http.wire.ReprDigest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Answers a read of a file, with 304 where the caller has seen it as it is. */
@Singleton
final class FileAnswers {

    private final FileDocuments documents;
    private final EntityTags tags;

    FileAnswers(FileDocuments documents, EntityTags tags) {
        this.documents = documents;
        this.tags = tags;
    }

    HttpResponse<DownloadFileResponse> of(HttpRequest<?> request, FileView view) {
        DownloadFileResponse file = documents.download(request, view);
        String etag = tags.of(file);
        MutableHttpResponse<DownloadFileResponse> answer =
                NoneMatch.read(request).matches(etag) ? HttpResponse.notModified() : HttpResponse.ok(file);
        ReprDigest.of(view.version().details()).ifPresent(digest -> answer.header(ReprDigest.NAME, digest));
        return UncheckedUploads.toldWith(answer.header(HttpHeaders.ETAG, etag), view.unchecked());
    }
}
