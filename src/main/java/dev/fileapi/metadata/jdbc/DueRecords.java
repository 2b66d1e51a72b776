package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.store.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one type whose next check is due. A batch goes on behind the time and key of the last record seen, so that
 * records which change meanwhile neither repeat nor hide others.
 */
final class DueRecords<R> {

    private static final String SEPARATOR = "/";

    private final Sql sql;
    private final RecordMapping<R> mapping;

    DueRecords(Sql sql, RecordMapping<R> mapping) {
        this.sql = sql;
        this.mapping = mapping;
    }

    Batch<R> find(Instant now, @Nullable String continuation, int limit) {
        List<R> records = sql.query(query(now, continuation, limit), mapping);
        return new Batch<>(records, records.size() < limit ? null : continuation(records.get(limit - 1)));
    }

    Query query(Instant now, @Nullable String continuation, int limit) {
        String order = "next_check_at, " + String.join(", ", mapping.keyColumns());
        Query query =
                new Query("SELECT * FROM " + mapping.table()).append("WHERE next_check_at <= ?", Times.argument(now));
        if (continuation != null) {
            List<Object> last = parse(continuation);
            // The first condition follows from the second; it is what an index can follow.
            query.append("AND next_check_at >= ?", last.get(0))
                    .append("AND (" + order + ") > (?" + ", ?".repeat(last.size() - 1) + ")", last.toArray());
        }
        return query.append("ORDER BY " + order + " LIMIT ?", limit);
    }

    private String continuation(R last) {
        StringBuilder text = new StringBuilder(String.valueOf(mapping.nextCheckAt(last)));
        mapping.key(last).forEach(value -> text.append(SEPARATOR).append(value));
        return text.toString();
    }

    private static List<Object> parse(String continuation) {
        String[] parts = continuation.split(SEPARATOR, -1);
        List<Object> values = new ArrayList<>();
        values.add(Times.argument(Instant.parse(parts[0])));
        for (int i = 1; i < parts.length; i++) {
            // The three ids of a file, then that of a version.
            values.add(i <= 3 ? UUID.fromString(parts[i]) : (Object) Long.valueOf(parts[i]));
        }
        return values;
    }
}
