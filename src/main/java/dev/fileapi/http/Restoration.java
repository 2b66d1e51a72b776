package dev.fileapi.http;

import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.RestoreFile;
import dev.fileapi.files.model.FileId;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.request.Conditions;
import dev.fileapi.http.request.QueryParameters;
import dev.fileapi.http.wire.DownloadFileResponse;
import dev.fileapi.http.wire.FileDocuments;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Restores files: a PUT that sets {@code deleted} to false. */
@Singleton
final class Restoration {

    private final RestoreFile restore;
    private final FileDocuments documents;

    Restoration(RestoreFile restore, FileDocuments documents) {
        this.restore = restore;
        this.documents = documents;
    }

    /**
     * Returns whether a PUT restores.
     *
     * @throws ValidationException when it would delete
     */
    static boolean isAskedFor(HttpRequest<?> request) {
        Optional<Boolean> deleted = QueryParameters.of(request).flag("deleted");
        if (deleted.orElse(false)) {
            throw new ValidationException("deleted", "can only be false here, which restores; DELETE deletes a file");
        }
        return deleted.isPresent();
    }

    /** Returns 204, or 303 with the file when its path is taken and it was restored under another name. */
    HttpResponse<?> restore(HttpRequest<?> request, WorkspaceAccess caller, FileId file) {
        return restore.restore(caller.workspace(), file, caller.user(), Conditions.of(request))
                .map(view -> documents.download(request, view))
                .<HttpResponse<?>>map(Restoration::seeOther)
                .orElseGet(HttpResponse::noContent);
    }

    private static HttpResponse<DownloadFileResponse> seeOther(DownloadFileResponse renamed) {
        return HttpResponse.<DownloadFileResponse>status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, renamed.self().toString())
                .body(renamed);
    }
}
