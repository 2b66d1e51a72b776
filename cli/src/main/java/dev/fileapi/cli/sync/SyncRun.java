package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Upload;
import dev.fileapi.client.CompletedUpload;
import dev.fileapi.client.Completion;
import dev.fileapi.client.Deletion;
import dev.fileapi.client.DownloadRequest;
import dev.fileapi.client.DownloadedFile;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.Outcome;
import dev.fileapi.client.Transfer;
import dev.fileapi.client.UploadRef;
import dev.fileapi.client.UploadRequest;
import dev.fileapi.client.UploadedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executes a plan: moves bytes while the plan is made, and deletes at the end, when it is known how much. A failure is that of its file alone. */
final class SyncRun {

    private static final int DELETIONS_AT_ONCE = 1_000;

    private static final String NO_VERSION = "what was sent to it did not become a version";

    private final FileApiClient client;
    private final Report report;
    private final Transfer transfer;
    private final Completion completion;
    private final RateLimit rate;
    private final DeleteOptions deletes;
    private final SentUploads sent;
    private final Map<DownloadRequest, Download> downloads = new ConcurrentHashMap<>();
    /** Downloads to places that are taken until other files are deleted. */
    private final List<Download> deferred = new ArrayList<>();

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
     * Executes a plan.
     *
     * @param prefix what the paths of the workspace's files begin with
     * @return the exit status
     * @throws CommandException when more files would be deleted than may be
     */
    int execute(Planner plan, String prefix, Target target) {
        Transfers transfers = new Transfers(plan, report);
        // either of the two directions has none
        if (transfers.hasNext() && transfers.peek() instanceof Upload) {
            upload(Streams.of(transfers).map(Upload.class::cast), prefix);
        } else {
            download(Streams.of(transfers).map(Download.class::cast), target, deletes.isOn());
        }
        delete(transfers.deletions(), plan.atTarget(), target);
        deferred.forEach(each -> makeRoom(each, target));
        download(deferred.stream(), target, false);
        return report.summary(plan.unchanged());
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

    private void download(Stream<Download> actions, Target target, boolean deferring) {
        Stream<DownloadRequest> requests =
                actions.filter(each -> hasRoom(each, target, deferring)).map(each -> request(each, target));
        Transfer limited = new Transfer(new RateLimitedProgress(transfer.progress(), rate), transfer.cancellation());
        client.downloadAll(requests, limited, this::downloaded);
    }

    private boolean hasRoom(Download download, Target target, boolean deferring) {
        Optional<String> obstacle = target.obstacle(download);
        if (obstacle.isEmpty()) {
            return true;
        }
        if (deferring) {
            deferred.add(download);
        } else {
            report.failed(download, new CommandException(ExitStatus.PRECONDITION, obstacle.get()));
        }
        return false;
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

    private void delete(List<Action> deletions, long atTarget, Target target) {
        if (deletions.isEmpty()) {
            return;
        }
        deletes.check(deletions.size(), atTarget);
        List<DeleteRemote> remote = new ArrayList<>();
        for (Action action : deletions) {
            if (action instanceof DeleteRemote deletion) {
                remote.add(deletion);
            } else if (action instanceof DeleteLocal deletion) {
                delete(deletion, target);
            }
        }
        for (int from = 0; from < remote.size(); from += DELETIONS_AT_ONCE) {
            delete(remote.subList(from, Math.min(remote.size(), from + DELETIONS_AT_ONCE)));
        }
    }

    /** Deletes files that are recorded, and then those that are not yet: as long as one is not, it cannot be said which version is deleted. */
    private void delete(List<DeleteRemote> files) {
        Map<Boolean, List<DeleteRemote>> byRecord = files.stream()
                .collect(Collectors.partitioningBy(each -> each.file().isRecorded()));
        List<DeleteRemote> recorded = byRecord.getOrDefault(true, List.of());
        deleteAll(
                recorded,
                recorded.stream()
                        .map(each -> deletion(each.file().etag(), each))
                        .toList());
        record(byRecord.getOrDefault(false, List.of()));
    }

    private void record(List<DeleteRemote> files) {
        List<Outcome<UploadRef, CompletedUpload>> completed =
                client.complete(files.stream().map(each -> each.file().upload()).toList());
        List<DeleteRemote> recorded = new ArrayList<>();
        List<Deletion> deletions = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            DeleteRemote each = files.get(i);
            CompletedUpload upload = completed.get(i).value();
            if (upload == null || upload.file() == null) {
                RuntimeException failure = completed.get(i).failure();
                report.failed(
                        each, failure == null ? new CommandException(ExitStatus.PRECONDITION, NO_VERSION) : failure);
            } else {
                recorded.add(each);
                deletions.add(deletion(upload.file().etag(), each));
            }
        }
        deleteAll(recorded, deletions);
    }

    private static Deletion deletion(@Nullable String etag, DeleteRemote file) {
        return new Deletion(null, file.file().fileId(), etag);
    }

    private void deleteAll(List<DeleteRemote> files, List<Deletion> deletions) {
        List<Outcome<Deletion, Boolean>> outcomes = client.deleteAll(deletions);
        for (int i = 0; i < files.size(); i++) {
            RuntimeException failure = outcomes.get(i).failure();
            if (failure == null) {
                report.done(files.get(i), 0);
            } else {
                report.failed(files.get(i), failure);
            }
        }
    }

    private void delete(DeleteLocal deletion, Target target) {
        try {
            target.delete(deletion);
            report.done(deletion, 0);
        } catch (IOException e) {
            report.failed(deletion, e);
        }
    }

    private void makeRoom(Download download, Target target) {
        try {
            target.makeRoom(download);
        } catch (IOException e) {
            // reported as an obstacle when it is downloaded
            return;
        }
    }
}
