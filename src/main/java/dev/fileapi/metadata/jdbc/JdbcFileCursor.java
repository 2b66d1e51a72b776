package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.metadata.ListCursor;
import dev.fileapi.metadata.StoredTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Where in a listing a page ended: the last file's place in the order. It refers to no row, so it is valid even when that file is gone.
 *
 * @param times one for each criterion of the listing's order
 */
record JdbcFileCursor(List<Instant> times, String path, FileId id) {

    static JdbcFileCursor at(FileRecord file, JdbcListing listing) {
        List<Instant> times = listing.order().stream()
                .map(criterion -> time(file, criterion.field()))
                .toList();
        return new JdbcFileCursor(times, file.path().value(), file.id());
    }

    /** @throws InvalidCursorException when {@code text} is not a cursor of this listing */
    static JdbcFileCursor parse(String text, JdbcListing listing) {
        ListCursor read = ListCursor.parse(text, listing.name(), listing.order().size());
        List<Instant> times = read.times().stream()
                .map(time -> StoredTimes.withinRange(Instant.EPOCH.plus(time, ChronoUnit.MICROS)))
                .toList();
        return new JdbcFileCursor(times, read.path(), new FileId(read.fileId()));
    }

    String text(JdbcListing listing) {
        List<Long> microseconds = times.stream()
                .map(time -> ChronoUnit.MICROS.between(Instant.EPOCH, time))
                .toList();
        return new ListCursor(microseconds, id.value(), path).text(listing.name());
    }

    private static Instant time(FileRecord file, FileOrder.Field field) {
        return switch (field) {
            case CREATED_AT -> file.createdAt();
            case MODIFIED_AT -> {
                CommittedVersion latest = Objects.requireNonNull(file.latest(), "a listed file has a version");
                yield latest.createdAt();
            }
            case DELETED_AT -> {
                Deletion deletion = Objects.requireNonNull(file.deletion(), "only deleted files are ordered by it");
                yield deletion.at();
            }
        };
    }
}
