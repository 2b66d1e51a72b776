package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs single statements, each in a transaction of its own and within the query timeout. */
@JdbcStore
@Singleton
final class Sql {

    /** {@code unique_violation} (PostgreSQL documentation, appendix A), the same in H2. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** {@code query_canceled}, which the statement timeout ends in on PostgreSQL. */
    private static final String QUERY_CANCELED = "57014";

    /**
     * What passes by itself: {@code serialization_failure}, {@code deadlock_detected} and {@code too_many_connections} (PostgreSQL
     * documentation, appendix A).
     */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "53300");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConnectionOperations<Connection> connections;
    private final Schema schema;
    private final int timeoutSeconds;

    Sql(ConnectionOperations<Connection> connections, Schema schema, JdbcSettings settings) {
        this.connections = connections;
        this.schema = schema;
        this.timeoutSeconds = Math.toIntExact(settings.queryTimeout().toSeconds());
    }

    /** Makes a record of a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(Query query, RowReader<T> reader) {
        return run(query, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> records = new ArrayList<>();
                while (rows.next()) {
                    records.add(reader.read(rows));
                }
                return records;
            }
        });
    }

    <T> Optional<T> queryOne(Query query, RowReader<T> reader) {
        return query(query, reader).stream().findFirst();
    }

    /**
     * How many rows were changed.
     *
     * @throws DuplicateKeyException when one would have broken a unique index; nothing was changed
     */
    int update(Query query) {
        return run(query, PreparedStatement::executeUpdate);
    }

    private <R> R run(Query query, Execution<R> execution) {
        schema.migrate();
        try {
            return connections.execute(
                    ConnectionDefinition.DEFAULT, status -> run(status.getConnection(), query, execution));
        } catch (ConnectionException | CannotGetJdbcConnectionException e) {
            throw e.getCause() instanceof SQLException cause && isPassing(cause)
                    ? busy(e)
                    : new MetadataStoreException("The metadata store cannot be reached.", e);
        }
    }

    private <R> R run(Connection connection, Query query, Execution<R> execution) {
        try (PreparedStatement statement = connection.prepareStatement(query.text())) {
            statement.setQueryTimeout(timeoutSeconds);
            int index = 1;
            for (Object argument : query.arguments()) {
                statement.setObject(index++, argument);
            }
            return execution.of(statement);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(SQLException e) {
        if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
            return new DuplicateKeyException(e);
        }
        if (isPassing(e)) {
            return busy(e);
        }
        boolean late = e instanceof SQLTimeoutException || QUERY_CANCELED.equals(e.getSQLState());
        return new MetadataStoreException(
                late ? "The metadata store did not answer in time." : "The metadata store failed.", e);
    }

    /** The pool gives a cause when the database let nobody in, and none when all connections were in use. */
    private static boolean isPassing(SQLException e) {
        boolean allInUse = e instanceof SQLTransientConnectionException && e.getCause() == null;
        return allInUse || PASSING.contains(String.valueOf(e.getSQLState()));
    }

    private static MetadataStoreException busy(Exception e) {
        return new MetadataStoreBusyException("The metadata store has too much to do.", e, RETRY_AFTER);
    }

    private interface Execution<R> {
        R of(PreparedStatement statement) throws SQLException;
    }
}
