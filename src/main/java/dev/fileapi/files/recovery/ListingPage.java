package dev.fileapi.files.recovery;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the listing, cut into files.
 *
 * @param unknown blobs that belong to no file
 * @param ended workspaces of which nothing follows
 * @param continuation where the next page begins; null when this is the last one
 */
record ListingPage(
        List<FileBlobs> files,
        List<StoredBlob.Unknown> unknown,
        List<Workspace> ended,
        @Nullable String continuation) {

    ListingPage {
        files = List.copyOf(files);
        unknown = List.copyOf(unknown);
        ended = List.copyOf(ended);
    }
}
