package dev.fileapi.metadata.jdbc;

import static java.util.stream.Collectors.joining;

import dev.fileapi.files.model.Revision;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes records of one type, each conditional on its revision: a number that every write counts up. It begins anywhere, so that
 * a record that was removed and made again is not taken for the one before.
 */
final class Table<R> {

    private final Sql sql;
    private final RecordMapping<R> mapping;

    Table(Sql sql, RecordMapping<R> mapping) {
        this.sql = sql;
        this.mapping = mapping;
    }

    /** Empty when a row with one of the record's unique keys is there. */
    Optional<R> insert(R entity) {
        long revision = ThreadLocalRandom.current().nextLong(1L << 62);
        var key = mapping.key(entity);
        var values = mapping.values(entity);
        Query insert = new Query("INSERT INTO " + mapping.table())
                .append("(revision, " + list(mapping.keyColumns()) + ", " + list(values.keySet()) + ")")
                .append("VALUES (?", revision)
                .append(", ?".repeat(key.size()), key.toArray())
                .append(", ?".repeat(values.size()), values.values().toArray())
                .append(") ON CONFLICT DO NOTHING");
        return sql.update(insert) == 0 ? Optional.empty() : Optional.of(stored(entity, revision));
    }

    /**
     * Empty when the row is not at the record's revision, or is gone.
     *
     * @throws DuplicateKeyException when another row has one of the record's unique keys
     */
    Optional<R> replace(R entity) {
        long revision = revision(entity) + 1;
        var values = mapping.values(entity);
        Query update = new Query("UPDATE " + mapping.table())
                .append("SET revision = ?", revision)
                .append(
                        values.keySet().stream()
                                .map(column -> ", " + column + " = ?")
                                .collect(joining()),
                        values.values().toArray())
                .append(whereUnchanged(entity));
        return sql.update(update) == 0 ? Optional.empty() : Optional.of(stored(entity, revision));
    }

    /** False when the row is not at the record's revision, or is gone. */
    boolean remove(R entity) {
        return sql.update(new Query("DELETE FROM " + mapping.table()).append(whereUnchanged(entity))) == 1;
    }

    private Query whereUnchanged(R entity) {
        String condition =
                mapping.keyColumns().stream().map(column -> column + " = ?").collect(joining(" AND "));
        return new Query("WHERE " + condition, mapping.key(entity).toArray())
                .append("AND revision = ?", revision(entity));
    }

    private R stored(R entity, long revision) {
        return mapping.stored(entity, new Revision(Long.toString(revision)));
    }

    /** No row has a negative revision. */
    private long revision(R entity) {
        Revision revision = mapping.revision(entity);
        return revision.equals(Revision.NONE) ? -1 : Long.parseLong(revision.value());
    }

    private static String list(Collection<String> columns) {
        return String.join(", ", columns);
    }
}
