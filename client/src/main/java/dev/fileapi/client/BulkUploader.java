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

    private static final int BATCH_FILES = 500;

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
            Transfer transfer,
            Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        Object lock = new Object();
        Consumer<Outcome<UploadRequest, UploadedFile>> oneByOne = outcome -> {
            synchronized (lock) {
                outcomes.accept(outcome);
            }
        };
        try (TaskScope batches = workers.batches(transfer.cancellation())) {
            while (requests.hasNext()) {
                List<UploadRequest> batch = new ArrayList<>(BATCH_FILES);
                while (batch.size() < BATCH_FILES && requests.hasNext()) {
                    batch.add(requests.next());
                }
                batches.fork(inner -> uploadBatch(batch, transfer.within(inner), oneByOne));
            }
            batches.join();
        }
    }

    private void uploadBatch(
            List<UploadRequest> requests, Transfer transfer, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
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
            uploadTogether(together, transfer, outcomes);
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
            List<Source> sources, Transfer transfer, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        List<Outcome<UploadDeclaration, UploadLink>> links =
                batch(BatchCall.LINKS, sources.stream().map(Source::declaration).toList(), transfer.cancellation());
        ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
        try (TaskScope scope = workers.moving(transfer.cancellation())) {
            for (int i = 0; i < sources.size(); i++) {
                Source source = sources.get(i);
                Outcome<UploadDeclaration, UploadLink> link = links.get(i);
                scope.fork(inner -> attempt(source.request(), outcomes, () -> {
                    uploader.sendWhole(source, link.get(), transfer.within(inner));
                    sent.add(new Sent(source, link.get().ref()));
                }));
            }
            scope.join();
        }
        complete(List.copyOf(sent), transfer, outcomes);
    }

    private void complete(List<Sent> sent, Transfer transfer, Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        List<Outcome<UploadRef, CompletedUpload>> completed =
                batch(BatchCall.COMPLETE, sent.stream().map(Sent::ref).toList(), transfer.cancellation());
        for (int i = 0; i < sent.size(); i++) {
            Source source = sent.get(i).source();
            UploadRef ref = sent.get(i).ref();
            Outcome<UploadRef, CompletedUpload> outcome = completed.get(i);
            attempt(source.request(), outcomes, () -> {
                Uploader.check(outcome);
                transfer.progress().file(source.request().path());
                outcomes.accept(Outcome.of(source.request(), source.uploaded(ref, source.size())));
            });
        }
    }

    /** A call that fails is a failure of each of its items. */
    private <R, T> List<Outcome<R, T>> batch(BatchCall<R, T> call, List<R> items, Cancellation cancellation) {
        try {
            return workspace.batch(call, items, cancellation);
        } catch (FileApiException e) {
            return items.stream().map(item -> Outcome.<R, T>failed(item, e)).toList();
        }
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
