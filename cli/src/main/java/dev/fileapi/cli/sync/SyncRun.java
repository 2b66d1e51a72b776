package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Upload;
import dev.fileapi.client.Completion;
import dev.fileapi.client.DownloadRequest;
import dev.fileapi.client.DownloadedFile;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.Outcome;
import dev.fileapi.client.Transfer;
import dev.fileapi.client.UploadRef;
import dev.fileapi.client.UploadRequest;
import dev.fileapi.client.UploadedFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Executes a plan: moves bytes, and deletes after that. A failure is that of its file alone. */
final class SyncRun {

    private final FileApiClient client;
    private final Report report;
    private final Transfer transfer;
    private final Completion completion;
    private final RateLimit rate;
    private final DeleteOptions deletes;
    private final SentUploads sent;
    private final Map<DownloadRequest, Download> downloads = new ConcurrentHashMap<>();

    SyncRun(
            FileApiClient client,
            Report report,
            Transfer transfer,
            SyncOptions options,
            DeleteOptions deletes,
            SentUploads sent) {
        this.client = client;
        this.sent = sent;
        this.report = report;
        this.completion = options.isRecorded() ? Completion.RECORDED : Completion.SENT;
        this.rate = options.rate();
        this.transfer = transfer;
        this.deletes = deletes;
    }

    /**
     * Executes a plan. Without deletions bytes move while it is made. With them nothing is done before it is known as a whole.
     *
     * @param prefix what the paths of the workspace's files begin with
     * @return the exit status
     * @throws CommandException when more files would be deleted than may be
     */
    int execute(Planner plan, String prefix, Target target) throws IOException {
        if (!deletes.isOn()) {
            move(plan, prefix, target, obstructed -> refuse(obstructed, target));
            return report.summary(plan.unchanged());
        }
        try (PlanFile whole = new PlanFile();
                PlanFile deferred = new PlanFile()) {
            plan.forEachRemaining(whole::add);
            deletes.check(whole.deletions(), plan.atTarget());
            move(whole.read(), prefix, target, deferred::add);
            new Deletions(client, report, transfer.cancellation()).execute(whole.read(), target);
            makeRoom(deferred.read(), target);
            move(deferred.read(), prefix, target, obstructed -> refuse(obstructed, target));
        }
        return report.summary(plan.unchanged());
    }

    /** @param obstructed receives the downloads to places that are taken */
    private void move(Iterator<Action> plan, String prefix, Target target, Consumer<Download> obstructed) {
        Transfers transfers = new Transfers(plan, report);
        // either of the two directions has none
        if (transfers.hasNext() && transfers.peek() instanceof Upload) {
            upload(Streams.of(transfers).map(Upload.class::cast), prefix);
        } else {
            download(Streams.of(transfers).map(Download.class::cast), target, obstructed);
        }
    }

    private void upload(Stream<Upload> uploads, String prefix) {
        Stream<UploadRequest> requests = uploads.map(each -> request(each, prefix));
        client.uploadAll(requests, completion, transfer, this::uploaded);
    }

    private UploadRequest request(Upload upload, String prefix) {
        UploadRequest request = UploadRequest.of(prefix + upload.path(), new LocalContent(upload, rate));
        return upload.sha256() == null ? request : request.withSha256(upload.sha256());
    }

    private void uploaded(Outcome<UploadRequest, UploadedFile> outcome) {
        Upload upload = ((LocalContent) outcome.request().content()).upload();
        if (outcome.failure() == null) {
            UploadedFile file = outcome.get();
            sent.add(new UploadRef(file.fileId(), file.versionId()), file.sha256());
            report.done(upload, file.bytesSent());
        } else {
            report.failed(upload, outcome.failure());
        }
    }

    private void download(Stream<Download> actions, Target target, Consumer<Download> obstructed) {
        Stream<DownloadRequest> requests = actions.filter(each -> {
                    boolean isFree = target.obstacle(each).isEmpty();
                    if (!isFree) {
                        obstructed.accept(each);
                    }
                    return isFree;
                })
                .map(each -> request(each, target));
        Transfer limited = new Transfer(new RateLimitedProgress(transfer.progress(), rate), transfer.cancellation());
        client.downloadAll(requests, limited, this::downloaded);
    }

    private void refuse(Download download, Target target) {
        String obstacle = target.obstacle(download).orElse("its place was taken for a moment");
        report.failed(download, new CommandException(ExitStatus.PRECONDITION, obstacle));
    }

    private DownloadRequest request(Download download, Target target) {
        DownloadRequest request = DownloadRequest.of(download.source().ref(), target.file(download))
                .keepingSourceTime();
        downloads.put(request, download);
        return request;
    }

    private void downloaded(Outcome<DownloadRequest, DownloadedFile> outcome) {
        Download download = Objects.requireNonNull(downloads.remove(outcome.request()));
        if (outcome.failure() == null) {
            report.done(download, outcome.get().bytesReceived());
        } else {
            report.failed(download, outcome.failure());
        }
    }

    private static void makeRoom(Iterator<Action> downloads, Target target) {
        while (downloads.hasNext()) {
            makeRoom((Download) downloads.next(), target);
        }
    }

    private static void makeRoom(Download download, Target target) {
        try {
            target.makeRoom(download);
        } catch (IOException e) {
            // reported as an obstacle when it is downloaded
            return;
        }
    }
}
