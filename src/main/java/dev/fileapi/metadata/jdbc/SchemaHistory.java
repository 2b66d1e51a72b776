package dev.fileapi.metadata.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What Flyway has recorded in a database. */
final class SchemaHistory {

    /** The table's columns are the same in all databases; in some it says of itself that it was made. */
    private static final String QUERY = """
            SELECT "script", "checksum", "success" FROM "flyway_schema_history"
            WHERE "type" <> 'TABLE'""";

    private SchemaHistory() {}

    /**
     * Returns the migrations that were applied; empty when one has failed.
     *
     * @throws SQLException when there is no such table yet, too
     */
    static Optional<Set<Migration>> applied(Connection connection) throws SQLException {
        Set<Migration> applied = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                applied.add(new Migration(rows.getString(1), rows.getObject(2, Integer.class)));
                if (!rows.getBoolean(3)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(applied);
    }
}
