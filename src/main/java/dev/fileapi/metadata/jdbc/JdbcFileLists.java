package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.metadata.ListCursor;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.jdbc.operations.JdbcRepositoryOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the files of a workspace, by statements that depend on filter and order. */
@JdbcStore
@Singleton
final class JdbcFileLists {

    /** From which offset on, counted from the nearer end, a page is looked for by the index alone. */
    private static final int FAR = 500;

    /** Up to how many files with a part of a name are all found before the page is chosen, by the index of such parts where there is one. */
    private static final int FEW = 10_000;

    private final ConnectionOperations<Connection> connections;
    private final JdbcRepositoryOperations operations;

    JdbcFileLists(ConnectionOperations<Connection> connections, JdbcRepositoryOperations operations) {
        this.connections = connections;
        this.operations = operations;
    }

    FilePage page(JdbcListing listing, long offset, int limit) {
        if (offset == 0 && !listing.isSearch()) {
            List<FileRecord> files = files(listing, false, 0, limit);
            return new FilePage(files, files.size() < limit ? files.size() : count(listing.total()));
        }
        return pageAfter(listing, offset, limit);
    }

    private FilePage pageAfter(JdbcListing listing, long offset, int limit) {
        long total = count(listing.total());
        if (listing.isSearch() && total <= FEW) {
            return new FilePage(files(listing, listing.found(offset, limit)), total);
        }
        return new FilePage(offset < total ? fromNearerEnd(listing, offset, limit, total) : List.of(), total);
    }

    Batch<FileRecord> from(JdbcListing listing, @Nullable String cursor, int limit) {
        List<FileRecord> files = after(
                listing, cursor == null ? null : ListCursor.parse(cursor, listing.name(), listing.order()), limit + 1);
        return Batch.of(
                files, limit, last -> ListCursor.at(last, listing.order()).text(listing.name()));
    }

    /** Returns the files after a place, null for the first. */
    List<FileRecord> after(JdbcListing listing, @Nullable ListCursor place, int limit) {
        JdbcQuery query = listing.select(ListedFileRow.COLUMNS);
        if (place != null) {
            query.append("AND").append(listing.after(place));
        }
        return files(listing, query.append(listing.orderBy(false)).append("LIMIT ?", limit));
    }

    /** A database skips by reading, so the last page, which clients do ask for, must not be reached through all others. */
    private List<FileRecord> fromNearerEnd(JdbcListing listing, long offset, int limit, long total) {
        long left = Math.max(0, total - offset - limit);
        if (offset <= left) {
            return files(listing, false, offset, limit);
        }
        int count = Math.toIntExact(total - offset - left);
        List<FileRecord> files = new ArrayList<>(files(listing, true, left, count));
        Collections.reverse(files);
        return files;
    }

    private List<FileRecord> files(JdbcListing listing, boolean backwards, long offset, int limit) {
        if (offset >= FAR) {
            return files(listing, new JdbcFarPage(listing, backwards).select(offset, limit));
        }
        return files(
                listing,
                listing.select(ListedFileRow.COLUMNS)
                        .append(listing.orderBy(backwards))
                        .append("LIMIT ? OFFSET ?", limit, offset));
    }

    List<FileRecord> files(JdbcListing listing, JdbcQuery query) {
        return run(query, statement -> {
            List<FileRecord> files = new ArrayList<>();
            for (var rows = statement.executeQuery(); rows.next(); ) {
                files.add(operations
                        .readDTO(rows, ListedFileRow.class, ListedFileRow.class)
                        .file(listing.workspace()));
            }
            return files;
        });
    }

    List<String> paths(JdbcQuery query) {
        return run(query, statement -> {
            List<String> paths = new ArrayList<>();
            for (var rows = statement.executeQuery(); rows.next(); ) {
                paths.add(new PathKey(rows.getBytes(1), rows.getBytes(2)).text());
            }
            return paths;
        });
    }

    long count(JdbcQuery query) {
        return run(query, statement -> {
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        });
    }

    private <R> R run(JdbcQuery query, PreparedStatementCallback<R> callback) {
        return connections.executeRead(connection -> operations.prepareStatement(query.text(), statement -> {
            int index = 1;
            for (Object argument : query.arguments()) {
                statement.setObject(index++, argument);
            }
            return callback.call(statement);
        }));
    }
}
