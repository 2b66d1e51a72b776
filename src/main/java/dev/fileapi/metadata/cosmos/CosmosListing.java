package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.PartitionKey;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.metadata.ListingName;
import dev.fileapi.metadata.OrderValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A filter and an order of the files of a workspace.
 *
 * <p>The container has a composite index for each single criterion, followed by path and id, but none for several, of which there
 * would be dozens. Times have microseconds, so further criteria only decide among the few files that share the first one's value:
 * {@link TieSortingIterator}. Very many files may share a name or a size: they are listed as a listing of their own.
 *
 * @param shared what all files have for criteria that came before those of the order
 */
record CosmosListing(Workspace workspace, FileFilter filter, List<FileOrder> order, List<Shared> shared) {

    /** A value that all files of a listing share. */
    record Shared(FileOrder.Field field, OrderValue value) {}

    CosmosListing(Workspace workspace, FileFilter filter, List<FileOrder> order) {
        this(workspace, filter, order, List.of());
    }

    /** Live files have no time of deletion; all others have every time, so none has to come last. A repeated field says nothing. */
    CosmosListing {
        order = order.stream()
                .filter(criterion -> filter.deleted() || criterion.field() != FileOrder.Field.DELETED_AT)
                .toList();
    }

    /** Distinguishes this listing from others, in cursors. */
    String name() {
        return ListingName.of(workspace, filter, order);
    }

    PartitionKey partition() {
        return FileDocument.partition(workspace);
    }

    CosmosQuery select(String what) {
        CosmosQuery query = CosmosFileCriteria.addTo(new CosmosQuery("SELECT " + what + " FROM c"), filter);
        shared.forEach(
                each -> query.append("AND " + property(each.field()) + " = ?", argument(each.field(), each.value())));
        return query;
    }

    /** What to select for a {@link CosmosFileCursor}. */
    String place() {
        return order.stream()
                .map(criterion -> property(criterion.field()))
                .collect(Collectors.joining(", ", "c.id, c.path, [", "] AS ordered_by"));
    }

    boolean hasTies() {
        return order.size() > 1;
    }

    /** Whether more files may share the first criterion's value than can be sorted here. */
    boolean hasLargeTies() {
        FileOrder.Field first = hasTies() ? order.get(0).field() : FileOrder.Field.CREATED_AT;
        return first == FileOrder.Field.NAME || first == FileOrder.Field.SIZE;
    }

    /** Returns the files that share a value of the first criterion, in the order of the others. */
    CosmosListing sharing(OrderValue value) {
        List<Shared> all = new ArrayList<>(shared);
        all.add(new Shared(order.get(0).field(), value));
        return new CosmosListing(workspace, filter, order.subList(1, order.size()), List.copyOf(all));
    }

    /** The order that an index serves, forwards or backwards. */
    String indexOrder(boolean backwards) {
        String ascending = backwards ? " DESC" : " ASC";
        String descending = backwards ? " ASC" : " DESC";
        String first = order.isEmpty() ? "" : property() + (isAscending(order.get(0)) ? ascending : descending) + ", ";
        return "ORDER BY c.listed_as" + ascending + ", " + first + "c.path" + ascending + ", c.id" + ascending;
    }

    /** Adds that a file is after the place, or at it, in the order of the index. */
    CosmosQuery addAfter(CosmosQuery query, CosmosFileCursor place, boolean inclusive) {
        String last = inclusive ? ">=" : ">";
        String path = "(c.path > ? OR (c.path = ? AND c.id " + last + " ?))";
        if (order.isEmpty()) {
            // The redundant first condition lets the index be used.
            return query.append("AND c.path >= ? AND " + path, place.path(), place.path(), place.path(), place.id());
        }
        OrderValue value = place.values().get(0);
        addFrom(query, value);
        return query.append(
                "AND (" + property() + " != ? OR " + path + ")",
                argument(value),
                place.path(),
                place.path(),
                place.id());
    }

    /** Adds that a file's first criterion has this value or comes after it. */
    CosmosQuery addFrom(CosmosQuery query, OrderValue value) {
        return query.append("AND " + property() + (isAscending(order.get(0)) ? " >= ?" : " <= ?"), argument(value));
    }

    /** Adds that a file's first criterion comes after this value. */
    CosmosQuery addBeyond(CosmosQuery query, OrderValue value) {
        return query.append("AND " + property() + (isAscending(order.get(0)) ? " > ?" : " < ?"), argument(value));
    }

    /** Adds that a file's first criterion comes before this value. */
    CosmosQuery addBefore(CosmosQuery query, OrderValue value) {
        return query.append("AND " + property() + (isAscending(order.get(0)) ? " < ?" : " > ?"), argument(value));
    }

    /** Whether the two share the value of the first criterion. */
    boolean isTie(FileDocument left, FileDocument right) {
        FileOrder.Field first = order.get(0).field();
        return value(left, first).equals(value(right, first));
    }

    /** Compares places by the whole order, paths by code point. */
    int compare(CosmosFileCursor left, CosmosFileCursor right) {
        for (int i = 0; i < order.size(); i++) {
            int byValue = left.values().get(i).compareTo(right.values().get(i));
            if (byValue != 0) {
                return isAscending(order.get(i)) ? byValue : -byValue;
            }
        }
        int byPath = Arrays.compareUnsigned(bytes(left.path()), bytes(right.path()));
        return byPath != 0 ? byPath : left.id().compareTo(right.id());
    }

    /** Returns what is stored, by which Cosmos DB orders; a name may be folded as an earlier release did. */
    static OrderValue value(FileDocument file, FileOrder.Field field) {
        return switch (field) {
            case CREATED_AT -> OrderValue.number(file.createdAt());
            case MODIFIED_AT -> OrderValue.number(latest(file).createdAt());
            case DELETED_AT ->
                OrderValue.number(Objects.requireNonNull(file.deletion(), "only deleted files are ordered by it")
                        .at());
            case NAME -> OrderValue.name(file.lowerCaseName());
            case SIZE -> OrderValue.number(latest(file).blob().size());
        };
    }

    private static FileDocument.Latest latest(FileDocument file) {
        return Objects.requireNonNull(file.latest(), "a listed file has a version");
    }

    private Object argument(OrderValue value) {
        return argument(order.get(0).field(), value);
    }

    private static Object argument(FileOrder.Field field, OrderValue value) {
        return field == FileOrder.Field.NAME ? value.name() : value.number();
    }

    private String property() {
        return property(order.get(0).field());
    }

    private static String property(FileOrder.Field field) {
        return switch (field) {
            case CREATED_AT -> "c.created_at";
            case MODIFIED_AT -> "c.latest.created_at";
            case DELETED_AT -> "c.deletion.at";
            case NAME -> "c.lower_case_name";
            case SIZE -> "c.latest.blob.size";
        };
    }

    private static boolean isAscending(FileOrder criterion) {
        return criterion.direction() == FileOrder.Direction.ASCENDING;
    }

    private static byte[] bytes(String path) {
        return path.getBytes(StandardCharsets.UTF_8);
    }
}
