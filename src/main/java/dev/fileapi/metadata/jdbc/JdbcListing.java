package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.metadata.ListCursor;
import dev.fileapi.metadata.ListingName;
import dev.fileapi.metadata.OrderValue;
import dev.fileapi.metadata.StoredTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A filter and an order of the files of a workspace. */
record JdbcListing(Workspace workspace, FileFilter filter, List<FileOrder> order) {

    /** Begins with what is equal in all files of a listing: H2 follows an index only in the order of all its columns. */
    private static final String ORDER_BY = "ORDER BY organisation_id, workspace_id, listed_as, ";

    /** Live files have no deletion time to be ordered by; all others have every time, so nulls need no place. */
    JdbcListing {
        order = order.stream()
                .filter(criterion -> filter.deleted() || criterion.field() != FileOrder.Field.DELETED_AT)
                .toList();
    }

    /** Distinguishes this listing from others, in cursors. */
    String name() {
        return ListingName.of(workspace, filter, order);
    }

    /** Selects the columns, or the expression, of the files that match. */
    JdbcQuery select(String columns) {
        return new JdbcQuery("SELECT " + columns + " FROM files WHERE").append(criteria());
    }

    JdbcQuery criteria() {
        return JdbcFileCriteria.of(workspace, filter);
    }

    /** Counts the files that match. Those of a whole workspace the database has counted already. */
    JdbcQuery total() {
        if (!filter.equals(FileFilter.all(filter.deleted()))) {
            return select("COUNT(*)");
        }
        return new JdbcQuery(
                "SELECT COALESCE(SUM(" + (filter.deleted() ? "deleted" : "live")
                        + "), 0) FROM file_counts WHERE organisation_id = ? AND workspace_id = ?",
                workspace.organisationId(),
                workspace.workspaceId());
    }

    boolean isSearch() {
        return filter.nameContains() != null;
    }

    /**
     * Selects a page of few files. Without the inner OFFSET the planner would follow the order's index, in the hope that the files it looks
     * for are spread evenly over it.
     */
    JdbcQuery found(long offset, int limit) {
        return new JdbcQuery("SELECT " + ListedFileRow.COLUMNS + " FROM (")
                .append(select("*"))
                .append("OFFSET 0) AS found")
                .append(orderBy(false))
                .append("LIMIT ? OFFSET ?", limit, offset);
    }

    /** Returns the column that the order begins with. */
    String firstColumn() {
        return order.isEmpty() ? "path_head" : columns(order.get(0).field()).get(0);
    }

    boolean isFirstAscending() {
        return order.isEmpty() || isAscending(order.get(0));
    }

    /** Orders by the first column alone, as an index does. */
    JdbcQuery orderByFirst(boolean backwards) {
        return new JdbcQuery(ORDER_BY + equalColumn() + firstColumn() + direction(isFirstAscending() != backwards));
    }

    JdbcQuery orderBy(boolean backwards) {
        String criteria = order.stream()
                .flatMap(criterion -> columns(criterion.field()).stream()
                        .map(column -> column + direction(isAscending(criterion) != backwards) + ", "))
                .collect(Collectors.joining());
        String direction = direction(!backwards);
        return new JdbcQuery(ORDER_BY + equalColumn() + criteria + "path_head" + direction + ", path_tail" + direction
                + ", file_id" + direction);
    }

    private String equalColumn() {
        Set<ChecksumAlgorithm> checksums = filter.checksums().values().keySet();
        if (!checksums.isEmpty()) {
            return JdbcFileCriteria.column(checksums.iterator().next()) + ", ";
        }
        return filter.onlyDirectChildren() && order.isEmpty() ? "depth, " : "";
    }

    /** Files after a place in this order: after it by the first criterion in which they differ. */
    JdbcQuery after(ListCursor place) {
        PathKey path = PathKey.of(place.path());
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            FileOrder criterion = order.get(i);
            List<String> columns = columns(criterion.field());
            List<Object> values = arguments(criterion.field(), place.values().get(i));
            for (int j = 0; j < columns.size(); j++) {
                keys.add(new Key(columns.get(j), isAscending(criterion), values.get(j)));
            }
        }
        keys.add(new Key("path_head", true, path.head()));
        keys.add(new Key("path_tail", true, path.tail()));
        keys.add(new Key("file_id", true, place.fileId()));

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

    private static List<String> columns(FileOrder.Field field) {
        return switch (field) {
            case CREATED_AT -> List.of("created_at");
            case MODIFIED_AT -> List.of("modified_at");
            case DELETED_AT -> List.of("deleted_at");
            case NAME -> List.of("name_head", "name_tail");
            case SIZE -> List.of("latest_size");
        };
    }

    /** Returns what these columns are compared with. */
    private static List<Object> arguments(FileOrder.Field field, OrderValue value) {
        return switch (field) {
            case CREATED_AT, MODIFIED_AT, DELETED_AT -> {
                Instant time = Instant.EPOCH.plus(value.number(), ChronoUnit.MICROS);
                yield List.of(JdbcTimes.argument(StoredTimes.withinRange(time)));
            }
            case NAME -> {
                NameKey name = NameKey.of(value.name());
                yield List.of(name.head(), name.tail());
            }
            case SIZE -> List.of(value.number());
        };
    }

    private record Key(String column, boolean ascending, Object value) {}
}
