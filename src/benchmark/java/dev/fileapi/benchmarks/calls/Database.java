package dev.fileapi.benchmarks.calls;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The PostgreSQL database of the service and of the floors, and what the server counts of it. */
final class Database implements AutoCloseable {

    /**
     * How long a session at most keeps what it has counted to itself, and a little more: it tells the server when a transaction ends a second
     * or more after it last did (PostgreSQL, "The Cumulative Statistics System").
     */
    static final int UNTOLD_MILLIS = 1_100;

    private static final String COUNTERS = """
            SELECT active_time, xact_commit + xact_rollback FROM pg_stat_database WHERE datname = '%s'""";

    private final String url;
    private final Connection outside;
    private final String counters;

    private Database(String url, Connection outside, String name) {
        this.url = url;
        this.outside = outside;
        this.counters = COUNTERS.formatted(name);
    }

    /**
     * Connects to another database of the same server too, so that reading the counters does not change them.
     *
     * @param url of the database of the service
     */
    static Database open(String url) throws SQLException {
        String name = url.replaceAll(".*/(\\w+).*", "$1");
        return new Database(url, DriverManager.getConnection(url.replace("/" + name, "/template1")), name);
    }

    /** Makes the table of the floors, and does now what autovacuum does in time. */
    void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + FloorFunctions.SCHEMA);
            statement.execute(
                    "CREATE TABLE " + FloorFunctions.SCHEMA
                            + ".links (id UUID PRIMARY KEY, path VARCHAR NOT NULL, created_at TIMESTAMP WITH TIME ZONE NOT NULL)");
            statement.execute("VACUUM ANALYZE");
        }
    }

    Reading read() throws SQLException {
        try (Statement statement = outside.createStatement();
                ResultSet row = statement.executeQuery(counters)) {
            row.next();
            return new Reading(row.getDouble(1), row.getLong(2));
        }
    }

    @Override
    public void close() throws SQLException {
        outside.close();
    }

    /**
     * What had been done at a time.
     *
     * @param activeMillis for how long sessions had executed statements, commits included
     * @param transactions that had ended; a statement outside of one is one by itself
     */
    record Reading(double activeMillis, long transactions) {
        Reading since(Reading earlier) {
            return new Reading(activeMillis - earlier.activeMillis, transactions - earlier.transactions);
        }
    }
}
