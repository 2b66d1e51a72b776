package dev.fileapi.files.recovery;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through blob storage page by page; needs no more memory than a page takes. */
final class BlobListing {

    private static final int THREADS = 16;

    private final StoredBlobs blobs;
    private final int pageSize;

    BlobListing(StoredBlobs blobs, int pageSize) {
        this.blobs = blobs;
        this.pageSize = pageSize;
    }

    /**
     * Does the work for each file, many at a time, and tells after each page how far it got.
     *
     * @param name of the threads
     * @param continuation where to begin; null: at the beginning
     */
    RebuildReport workOn(
            String name,
            @Nullable String continuation,
            Function<FileBlobs, RebuildTally.Result> work,
            RebuildProgress progress) {
        RebuildTally tally = new RebuildTally(progress);
        try (WorkerThreads threads = new WorkerThreads(name, THREADS)) {
            forEach(continuation, page -> {
                threads.each(page.files(), work).forEach(tally::add);
                progress.passed(tally.report(), page.continuation());
            });
        }
        return tally.report();
    }

    /** @param continuation where to begin; null: at the beginning */
    void forEach(@Nullable String continuation, Consumer<ListingPage> visit) {
        FileBlobs open = null;
        String next = continuation;
        do {
            Batch<StoredBlob> batch = blobs.list(next, pageSize);
            FileGrouping cut = new FileGrouping(open);
            batch.items().forEach(cut::add);
            next = batch.continuation();
            visit.accept(cut.page(next));
            open = cut.open();
        } while (next != null);
    }
}
