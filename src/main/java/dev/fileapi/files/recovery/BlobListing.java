package dev.fileapi.files.recovery;

import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through blob storage page by page; needs no more memory than a page takes. */
final class BlobListing {

    private final StoredBlobs blobs;
    private final int pageSize;

    BlobListing(StoredBlobs blobs, int pageSize) {
        this.blobs = blobs;
        this.pageSize = pageSize;
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
