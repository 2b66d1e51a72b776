package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.metadata.ListCursor;
import java.util.List;
import java.util.UUID;

/**
 * A file's place in a listing; the file itself may be gone.
 *
 * @param times one for each criterion of the listing's order, as stored
 */
record CosmosFileCursor(List<Long> times, String path, String id) {

    static CosmosFileCursor at(FileDocument file, CosmosListing listing) {
        return new CosmosFileCursor(
                listing.order().stream()
                        .map(criterion -> CosmosListing.time(file, criterion.field()))
                        .toList(),
                file.path(),
                file.id());
    }

    /** Reads what {@link #text} wrote for the same listing, or throws {@link InvalidCursorException}. */
    static CosmosFileCursor parse(String text, CosmosListing listing) {
        return of(ListCursor.parse(text, listing.name(), listing.order().size()));
    }

    static CosmosFileCursor of(ListCursor place) {
        return new CosmosFileCursor(place.times(), place.path(), place.fileId().toString());
    }

    String text(CosmosListing listing) {
        return new ListCursor(times, UUID.fromString(id), path).text(listing.name());
    }
}
