package dev.fileapi.client;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Downloads many files: in batches, each with one call for its links. While the bytes of one batch are received, the next gets its links. A failure is
 * that of its file alone.
 */
final class BulkDownloader {

    private static final int BATCH_FILES = 500;

    private final Workspace workspace;
    private final Downloader downloader;
    private final Workers workers;

    BulkDownloader(Workspace workspace, Downloader downloader, Workers workers) {
        this.workspace = workspace;
        this.downloader = downloader;
        this.workers = workers;
    }

    void download(
            Iterator<DownloadRequest> requests,
            Transfer transfer,
            Consumer<Outcome<DownloadRequest, DownloadedFile>> outcomes) {
        try (TaskScope batches = workers.batches(transfer.cancellation())) {
            while (requests.hasNext()) {
                List<DownloadRequest> batch = new ArrayList<>(BATCH_FILES);
                while (batch.size() < BATCH_FILES && requests.hasNext()) {
                    batch.add(requests.next());
                }
                batches.fork(inner -> downloadBatch(batch, transfer.within(inner), outcomes));
            }
            batches.join();
        }
    }

    private void downloadBatch(
            List<DownloadRequest> requests,
            Transfer transfer,
            Consumer<Outcome<DownloadRequest, DownloadedFile>> outcomes) {
        List<FileRef> files = requests.stream().map(DownloadRequest::file).toList();
        List<Outcome<FileRef, DownloadLink>> links =
                workspace.batchOfEach(BatchCall.DOWNLOADS, files, transfer.cancellation());
        List<Runnable> large = new ArrayList<>();
        try (TaskScope scope = workers.moving(transfer.cancellation())) {
            for (int i = 0; i < requests.size(); i++) {
                DownloadRequest request = requests.get(i);
                DownloadLink link = links.get(i).value();
                if (link == null) {
                    outcomes.accept(Outcome.failed(request, links.get(i).orFailure()));
                } else if (downloader.isLarge(link.file())) {
                    large.add(() -> download(request, link, transfer, outcomes));
                } else {
                    scope.fork(inner -> download(request, link, transfer.within(inner), outcomes));
                }
            }
            large.forEach(Runnable::run);
            scope.join();
        }
    }

    private void download(
            DownloadRequest request,
            DownloadLink link,
            Transfer transfer,
            Consumer<Outcome<DownloadRequest, DownloadedFile>> outcomes) {
        try {
            outcomes.accept(Outcome.of(request, downloader.download(request, link, transfer)));
        } catch (FileApiException | UncheckedIOException e) {
            outcomes.accept(Outcome.failed(request, e));
        }
    }
}
