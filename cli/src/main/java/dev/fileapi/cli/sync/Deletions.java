package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.client.Cancellation;
import dev.fileapi.client.CompletedUpload;
import dev.fileapi.client.Deletion;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.Outcome;
import dev.fileapi.client.UploadRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deletes files of either side, each as long as it is the one that the plan means. A failure is that of its file alone. */
final class Deletions {

    private static final int AT_ONCE = 1_000;
    private static final String NO_VERSION = "what was sent to it did not become a version";

    private final FileApiClient client;
    private final Report report;
    private final Cancellation cancellation;

    Deletions(FileApiClient client, Report report, Cancellation cancellation) {
        this.client = client;
        this.report = report;
        this.cancellation = cancellation;
    }

    /** Executes the deletions among the actions of a plan. */
    void execute(Iterator<Action> plan, Target target) {
        List<DeleteRemote> remote = new ArrayList<>();
        while (plan.hasNext()) {
            Action action = plan.next();
            if (cancellation.isCancelled()) {
                throw new CancellationException();
            }
            if (action instanceof DeleteLocal deletion) {
                delete(deletion, target);
            } else if (action instanceof DeleteRemote deletion) {
                remote.add(deletion);
            }
            if (remote.size() == AT_ONCE) {
                delete(remote);
                remote.clear();
            }
        }
        delete(remote);
    }

    private void delete(DeleteLocal deletion, Target target) {
        try {
            target.delete(deletion);
            report.done(deletion, 0);
        } catch (IOException e) {
            report.failed(deletion, e);
        }
    }

    private void delete(List<DeleteRemote> files) {
        Map<Boolean, List<DeleteRemote>> byRecord = files.stream()
                .collect(Collectors.partitioningBy(each -> each.file().isRecorded()));
        List<DeleteRemote> recorded = byRecord.getOrDefault(true, List.of());
        delete(
                recorded,
                recorded.stream()
                        .map(each -> deletion(each.file().etag(), each))
                        .toList());
        recordAndDelete(byRecord.getOrDefault(false, List.of()));
    }

    /** As long as a version is not recorded, the service cannot be told that it is the one to be deleted. */
    private void recordAndDelete(List<DeleteRemote> files) {
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
        delete(recorded, deletions);
    }

    private void delete(List<DeleteRemote> files, List<Deletion> deletions) {
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

    private static Deletion deletion(@Nullable String etag, DeleteRemote file) {
        return new Deletion(null, file.file().fileId(), etag);
    }
}
