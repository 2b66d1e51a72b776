package dev.fileapi.client;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Uploads many files: in batches, each with one call for its links and one that completes it. While the bytes of one batch are sent, the next gets
 * its links and the one before is completed. A failure is that of its file alone.
 */
final class BulkUploader {

    private static final int BATCH_FILES = 250;

    private final Workspace workspace;
    private final Uploader uploader;
    private final Workers workers;

    BulkUploader(Workspace workspace, Uploader uploader, Workers workers) {
        this.workspace = workspace;
        this.uploader = uploader;
        this.workers = workers;
    }

    void upload(
            Iterator<UploadRequest> requests,
            Completion completion,
            Transfer transfer,
            Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        try (TaskScope batches = workers.batches(transfer.cancellation())) {
            while (requests.hasNext()) {
                List<UploadRequest> batch = new ArrayList<>(BATCH_FILES);
                while (batch.size() < BATCH_FILES && requests.hasNext()) {
                    batch.add(requests.next());
                }
                batches.fork(inner -> uploadBatch(batch, completion, transfer.within(inner), outcomes));
            }
            batches.join();
        }
    }

    private void uploadBatch(
            List<UploadRequest> requests,
            Completion completion,
            Transfer transfer,
            Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        List<Source> together = new ArrayList<>();
        List<Source> large = new ArrayList<>();
        try (TaskScope scope = workers.moving(transfer.cancellation())) {
            for (UploadRequest request : requests) {
                attempt(request, outcomes, () -> {
                    Source source = Source.of(request, transfer.cancellation());
                    if (uploader.isLarge(source)) {
                        large.add(source);
                    } else if (request.isAlone()) {
                        scope.fork(inner -> uploadAlone(source, transfer.within(inner), outcomes));
                    } else {
                        together.add(source);
                    }
                });
            }
            uploadTogether(together, completion, transfer, outcomes);
            large.forEach(source -> uploadAlone(source, transfer, outcomes));
            scope.join();
        }
    }

    private void uploadAlone(
            Source source, Transfer transfer, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        attempt(
                source.request(),
                outcomes,
                () -> outcomes.accept(Outcome.of(source.request(), uploader.upload(source, transfer))));
    }

    private void uploadTogether(
            List<Source> sources,
            Completion completion,
            Transfer transfer,
            Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        List<Outcome<UploadDeclaration, UploadLink>> links = workspace.batchOfEach(
                BatchCall.LINKS, sources.stream().map(Source::declaration).toList(), transfer.cancellation());
        ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
        try (TaskScope scope = workers.moving(transfer.cancellation())) {
            for (int i = 0; i < sources.size(); i++) {
                Source source = sources.get(i);
                Outcome<UploadDeclaration, UploadLink> link = links.get(i);
                scope.fork(inner -> attempt(source.request(), outcomes, () -> {
                    Sent one = new Sent(source, link.get().ref());
                    boolean surely = send(source, link.get(), transfer.within(inner));
                    if (surely && completion == Completion.SENT) {
                        done(one, transfer, outcomes);
                    } else {
                        sent.add(one);
                    }
                }));
            }
            scope.join();
        }
        complete(List.copyOf(sent), transfer, outcomes);
    }

    /** Returns false when only the service knows whether the bytes were sent. */
    private boolean send(Source source, UploadLink link, Transfer transfer) {
        try {
            uploader.sendWhole(source, link, transfer);
            return true;
        } catch (FileApiException e) {
            if (!Uploader.mayBeCommitted(e)) {
                throw e;
            }
            return false;
        }
    }

    private void complete(List<Sent> sent, Transfer transfer, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        List<Outcome<UploadRef, CompletedUpload>> completed = workspace.batchOfEach(
                BatchCall.COMPLETE, sent.stream().map(Sent::ref).toList(), transfer.cancellation());
        for (int i = 0; i < sent.size(); i++) {
            Sent each = sent.get(i);
            Outcome<UploadRef, CompletedUpload> outcome = completed.get(i);
            attempt(each.source().request(), outcomes, () -> {
                Uploader.check(outcome);
                done(each, transfer, outcomes);
            });
        }
    }

    private static void done(Sent sent, Transfer transfer, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        Source source = sent.source();
        transfer.progress().file(source.request().path());
        outcomes.accept(Outcome.of(source.request(), source.uploaded(sent.ref(), source.size())));
    }

    private static void attempt(
            UploadRequest request, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes, Runnable step) {
        try {
            step.run();
        } catch (FileApiException | UncheckedIOException e) {
            outcomes.accept(Outcome.failed(request, e));
        }
    }

    private record Sent(Source source, UploadRef ref) {}
}
