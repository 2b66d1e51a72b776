package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what Micronaut Data throws into the metadata store's exceptions. */
final class JdbcErrors {

    /** {@code unique_violation} (PostgreSQL documentation, appendix A), the same in H2. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** {@code query_canceled}, which the statement timeout ends in on PostgreSQL. */
    private static final String QUERY_CANCELED = "57014";

    private static final String DEADLOCK_DETECTED = "40P01";

    /**
     * {@code serialization_failure}, {@code deadlock_detected} and {@code too_many_connections} (PostgreSQL documentation,
     * appendix A).
     */
    private static final Set<String> TRANSIENT = Set.of("40001", DEADLOCK_DETECTED, "53300");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private JdbcErrors() {}

    /**
     * Makes a call of the database.
     *
     * @throws OptimisticLockException when the row was changed or removed since it was read; nothing was written
     * @throws DuplicateKeyException when another row has one of the row's unique keys; nothing was written
     */
    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockException e) {
            throw e;
        } catch (ConnectionException | CannotGetJdbcConnectionException e) {
            SQLException cause = sqlCause(e);
            throw cause != null && isTransient(cause)
                    ? busy(e)
                    : new MetadataStoreException("The metadata store cannot be reached.", e);
        } catch (DataAccessException e) {
            throw failure(e, sqlCause(e));
        }
    }

    /** Returns whether the write that failed was the one given up of two that waited for each other; nothing was written. */
    static boolean isDeadlock(MetadataStoreBusyException e) {
        SQLException cause = sqlCause(e);
        return cause != null && DEADLOCK_DETECTED.equals(cause.getSQLState());
    }

    private static RuntimeException failure(DataAccessException e, @Nullable SQLException cause) {
        if (cause == null) {
            return new MetadataStoreException("The metadata store failed.", e);
        }
        if (UNIQUE_VIOLATION.equals(cause.getSQLState())) {
            return new DuplicateKeyException(e);
        }
        if (isTransient(cause)) {
            return busy(e);
        }
        boolean late = cause instanceof SQLTimeoutException || QUERY_CANCELED.equals(cause.getSQLState());
        return new MetadataStoreException(
                late ? "The metadata store did not answer in time." : "The metadata store failed.", e);
    }

    private static @Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    /** The pool gives a cause when the database accepted no connection, and none when all connections were in use. */
    private static boolean isTransient(SQLException e) {
        boolean allInUse = e instanceof SQLTransientConnectionException && e.getCause() == null;
        return allInUse || TRANSIENT.contains(String.valueOf(e.getSQLState()));
    }

    private static MetadataStoreException busy(Exception e) {
        return new MetadataStoreBusyException("The metadata store has too much to do.", e, RETRY_AFTER);
    }
}
