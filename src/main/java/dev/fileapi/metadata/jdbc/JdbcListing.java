package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.metadata.ListCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A filter and an order of the files of a workspace. */
record JdbcListing(Workspace workspace, FileFilter filter, List<FileOrder> order) {

    /** Live files have no deletion time to be ordered by; all others have every time, so nulls need no place. */
    JdbcListing {
        order = order.stream()
                .filter(criterion -> filter.deleted() || criterion.field() != FileOrder.Field.DELETED_AT)
                .toList();
    }

    /** Distinguishes this listing from others, in cursors. */
    String name() {
        return ListCursor.listing(workspace, filter, order);
    }

    /** Selects the columns, or the expression, of the files that match. */
    JdbcQuery select(String columns) {
        return new JdbcQuery("SELECT " + columns + " FROM files WHERE").append(criteria());
    }

    JdbcQuery criteria() {
        return JdbcFileCriteria.of(workspace, filter);
    }

    /** Begins with what is equal in all files of a listing: H2 follows an index only in the order of all its columns. */
    JdbcQuery orderBy(boolean backwards) {
        String criteria = order.stream()
                .map(criterion -> column(criterion) + direction(isAscending(criterion) != backwards) + ", ")
                .collect(Collectors.joining());
        String direction = direction(!backwards);
        String folder = filter.onlyDirectChildren() && order.isEmpty() ? "depth, " : "";
        return new JdbcQuery("ORDER BY organisation_id, workspace_id, listed_as, " + folder + criteria + "path_head"
                + direction + ", path_tail" + direction + ", file_id" + direction);
    }

    /** Files after a place in this order: after it by the first criterion in which they differ. */
    JdbcQuery after(JdbcFileCursor file) {
        PathKey path = PathKey.of(file.path());
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            FileOrder criterion = order.get(i);
            keys.add(new Key(
                    column(criterion),
                    isAscending(criterion),
                    JdbcTimes.argument(file.times().get(i))));
        }
        keys.add(new Key("path_head", true, path.head()));
        keys.add(new Key("path_tail", true, path.tail()));
        keys.add(new Key("file_id", true, file.id().value()));

        Key first = keys.get(0);
        // The redundant first condition lets the index be used.
        JdbcQuery after =
                new JdbcQuery(first.column() + (first.ascending() ? " >= ?" : " <= ?") + " AND (", first.value());
        for (int i = 0; i < keys.size(); i++) {
            after.append(i == 0 ? "(" : "OR (");
            keys.subList(0, i).forEach(equal -> after.append(equal.column() + " = ? AND", equal.value()));
            Key beyond = keys.get(i);
            after.append(beyond.column() + (beyond.ascending() ? " > ?)" : " < ?)"), beyond.value());
        }
        return after.append(")");
    }

    private static String direction(boolean ascending) {
        return ascending ? "" : " DESC";
    }

    private static boolean isAscending(FileOrder criterion) {
        return criterion.direction() == FileOrder.Direction.ASCENDING;
    }

    private static String column(FileOrder criterion) {
        return switch (criterion.field()) {
            case CREATED_AT -> "created_at";
            case MODIFIED_AT -> "modified_at";
            case DELETED_AT -> "deleted_at";
        };
    }

    private record Key(String column, boolean ascending, Object value) {}
}
