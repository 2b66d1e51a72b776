package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.metadata.ListCursor;
import dev.fileapi.metadata.StoredTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where in a listing a page ended: the last entry's place in the order. It refers to no row, so it is valid even when that file is gone.
 *
 * @param times one for each criterion of the listing's order
 */
record JdbcFileCursor(List<Instant> times, String path, FileId id) {

    static JdbcFileCursor at(FileRecord file, JdbcListing listing) {
        return of(ListCursor.at(file, listing.order()));
    }

    /** @throws InvalidCursorException when {@code text} is not a cursor of this listing */
    static JdbcFileCursor parse(String text, JdbcListing listing) {
        return of(ListCursor.parse(text, listing.name(), listing.order().size()));
    }

    static JdbcFileCursor of(ListCursor place) {
        List<Instant> times = place.times().stream()
                .map(time -> StoredTimes.withinRange(Instant.EPOCH.plus(time, ChronoUnit.MICROS)))
                .toList();
        return new JdbcFileCursor(times, place.path(), new FileId(place.fileId()));
    }
}
