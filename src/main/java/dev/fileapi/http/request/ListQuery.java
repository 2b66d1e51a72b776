package dev.fileapi.http.request;

import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FileOrder.Direction;
import dev.fileapi.files.store.FileOrder.Field;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list of files is asked for.
 *
 * @param cursor null: paged by offset; empty: the first page of those by cursor
 * @param folders whether the folders of the level are asked for
 */
public record ListQuery(
        FileFilter filter,
        List<FileOrder> order,
        long offset,
        int limit,
        @Nullable String cursor,
        boolean folders) {

    private static final int MAX_LIMIT = 5_000;
    private static final int MAX_CRITERIA = 3;
    private static final Pattern ORDER = Pattern.compile("(?:(asc|desc):)?([a-z_]+)");
    private static final Map<String, Field> FIELDS = Map.of(
            "created_at", Field.CREATED_AT,
            "modified_at", Field.MODIFIED_AT,
            "deleted_at", Field.DELETED_AT,
            "name", Field.NAME,
            "size", Field.SIZE);

    /**
     * Reads the query of a request.
     *
     * @throws ValidationException when a parameter breaks a rule
     */
    public static ListQuery read(HttpRequest<?> request) {
        return read(QueryParameters.of(request));
    }

    /**
     * Reads a query.
     *
     * @throws ValidationException when a parameter breaks a rule
     */
    public static ListQuery read(QueryParameters query) {
        boolean folders = query.text("delimiter").map(ListQuery::isSlash).orElse(false);
        boolean byCursor = query.has("cursor");
        if (byCursor && query.text("offset").isPresent()) {
            throw new ValidationException("offset", "cannot be combined with cursor; send only one of them");
        }
        return new ListQuery(
                filter(query, folders),
                orders(query.list("order_by")),
                query.within("offset", 0, Long.MAX_VALUE, 0),
                (int) query.within("limit", 1, MAX_LIMIT, MAX_LIMIT),
                byCursor ? query.text("cursor").orElse("") : null,
                folders);
    }

    private static FileFilter filter(QueryParameters query, boolean onlyDirectChildren) {
        return new FileFilter(
                query.isSet("deleted"),
                query.uuid("author").orElse(null),
                query.text("file_name").map(ListQuery::normalised).orElse(null),
                TimeBounds.read(query, "created_at"),
                TimeBounds.read(query, "modified_at"),
                TimeBounds.read(query, "deleted_at"),
                SizeBounds.read(query, "size"),
                TagFilter.read(query),
                ChecksumFilter.read(query),
                query.uuid("modified_by").orElse(null),
                query.uuid("deleted_by").orElse(null),
                query.text("prefix").map(ListQuery::prefix).orElse(""),
                onlyDirectChildren);
    }

    /** Without a leading slash, which the folders in responses have and paths do not. */
    private static String prefix(String prefix) {
        return normalised(prefix.startsWith("/") ? prefix.substring(1) : prefix);
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isSlash(String delimiter) {
        if (!delimiter.equals("/")) {
            throw new ValidationException("delimiter", "must be /");
        }
        return true;
    }

    private static List<FileOrder> orders(List<String> criteria) {
        if (criteria.size() > MAX_CRITERIA) {
            throw new ValidationException("order_by", "must have at most " + MAX_CRITERIA + " criteria");
        }
        List<FileOrder> orders = criteria.stream().map(ListQuery::order).toList();
        if (orders.stream().map(FileOrder::field).distinct().count() < orders.size()) {
            throw new ValidationException("order_by", "must not name a criterion twice");
        }
        return orders;
    }

    private static FileOrder order(String criterion) {
        Matcher parts = ORDER.matcher(criterion);
        Field field = parts.matches() ? FIELDS.get(parts.group(2)) : null;
        if (field == null) {
            throw new ValidationException(
                    "order_by",
                    "must be created_at, modified_at, deleted_at, name or size, each after asc:, desc: or nothing");
        }
        return new FileOrder(field, "desc".equals(parts.group(1)) ? Direction.DESCENDING : Direction.ASCENDING);
    }
}
