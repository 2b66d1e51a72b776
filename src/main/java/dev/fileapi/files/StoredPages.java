package dev.fileapi.files;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through blob storage page by page; needs no more memory than a page takes. */
final class StoredPages {

    private final StoredBlobs blobs;
    private final int pageSize;

    StoredPages(StoredBlobs blobs, int pageSize) {
        this.blobs = blobs;
        this.pageSize = pageSize;
    }

    /** @param continuation where to begin; null: at the beginning */
    void forEach(@Nullable String continuation, Consumer<StoredPage> visit) {
        StoredFile open = null;
        String next = continuation;
        do {
            Batch<StoredBlob> batch = blobs.list(next, pageSize);
            PageCut cut = new PageCut(open);
            batch.items().forEach(cut::add);
            next = batch.continuation();
            visit.accept(cut.page(next));
            open = cut.open();
        } while (next != null);
    }
}
