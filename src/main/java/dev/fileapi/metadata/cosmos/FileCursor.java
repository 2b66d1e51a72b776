package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.metadata.ListCursor;
import java.util.List;
import java.util.UUID;

/**
 * A place in a listing: that of a file, which may be gone by now.
 *
 * @param times one for each criterion of the listing's order, as stored
 */
record FileCursor(List<Long> times, String path, String id) {

    static FileCursor at(FileDocument file, Listing listing) {
        return new FileCursor(
                listing.order().stream()
                        .map(criterion -> Listing.time(file, criterion.field()))
                        .toList(),
                file.path(),
                file.id());
    }

    /** Reads what {@link #text} wrote for the same listing, or throws {@link InvalidCursorException}. */
    static FileCursor parse(String text, Listing listing) {
        ListCursor read =
                ListCursor.parse(text, listing.toString(), listing.order().size());
        return new FileCursor(read.times(), read.path(), read.fileId().toString());
    }

    String text(Listing listing) {
        return new ListCursor(times, UUID.fromString(id), path).text(listing.toString());
    }
}
