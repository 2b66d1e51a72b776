package dev.fileapi.http;

import static dev.fileapi.access.Permission.READ;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.FileQuery;
import dev.fileapi.files.FileView;
import dev.fileapi.files.ReadFiles;
import dev.fileapi.files.model.FileId;
import dev.fileapi.http.request.DownloadBatchRequest;
import dev.fileapi.http.wire.DownloadBatchResponse;
import dev.fileapi.http.wire.FileDocuments;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links to download many files. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/downloads")
final class DownloadsController {

    private final LargeCalls large;
    private final BatchCalls batches;
    private final ReadFiles files;
    private final FileDocuments documents;

    DownloadsController(LargeCalls large, BatchCalls batches, ReadFiles files, FileDocuments documents) {
        this.large = large;
        this.batches = batches;
        this.files = files;
        this.documents = documents;
    }

    @Post
    @Access(READ)
    HttpResponse<DownloadBatchResponse> download(
            HttpRequest<?> request, WorkspaceAccess caller, DownloadBatchRequest batch) {
        List<Result> results = large.inTurn(caller, () -> read(request, caller, batch));
        return UncheckedUploads.told(
                new DownloadBatchResponse(results.stream().map(Result::item).toList()), unchecked(results));
    }

    private List<Result> read(HttpRequest<?> request, WorkspaceAccess caller, DownloadBatchRequest batch) {
        ReadFiles.Call call = files.begin(caller.workspace());
        return batches.each(
                request,
                caller.workspace(),
                batch.files(),
                item -> {
                    FileView view = call.read(
                            item.file(),
                            new FileQuery(item.versionId(), false, false, item.disposition(), item.linkLifetime()));
                    return new Result(
                            documents.download(request, view), view.file().id(), view.unchecked());
                },
                (item, problem) -> new Result(DownloadBatchResponse.Refused.of(item, problem), null, 0));
    }

    /** Counts the uploads of a file once, however often it was asked for. */
    private static long unchecked(List<Result> results) {
        Map<FileId, Integer> byFile = new HashMap<>();
        for (Result each : results) {
            if (each.file() != null) {
                byFile.merge(each.file(), each.unchecked(), Math::max);
            }
        }
        return byFile.values().stream().mapToLong(count -> count).sum();
    }

    /** What is answered for an item; without a file when it is a problem. */
    private record Result(Object item, @Nullable FileId file, int unchecked) {}
}
