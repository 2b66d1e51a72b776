package dev.fileapi.metadata.jdbc;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the SQL database is and how to use it.
 *
 * @param url a JDBC URL of PostgreSQL or H2
 * @param user null when the URL says or none is needed
 * @param password null when the URL says or none is needed
 * @param poolSize how many connections one worker opens at most
 * @param connectionTimeout how long to wait for a connection of the pool, or for a new one
 * @param queryTimeout how long a statement may take, in whole seconds
 */
@JdbcStore
@ConfigurationProperties("fileapi.jdbc")
public record JdbcSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Bindable(defaultValue = "10") int poolSize,
        @Bindable(defaultValue = "PT5S") Duration connectionTimeout,
        @Bindable(defaultValue = "PT10S") Duration queryTimeout) {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";

    public JdbcSettings {
        if (url == null || !(url.startsWith(POSTGRESQL) || url.startsWith(H2))) {
            throw new InvalidSettingException(
                    "FILEAPI_JDBC_URL", "must begin with " + POSTGRESQL + " or " + H2 + " when FILEAPI_STORE is jdbc");
        }
        if (poolSize < 1) {
            throw new InvalidSettingException("FILEAPI_JDBC_POOL_SIZE", "must be 1 or more");
        }
        checkTimeout("FILEAPI_JDBC_CONNECTION_TIMEOUT", connectionTimeout);
        checkTimeout("FILEAPI_JDBC_QUERY_TIMEOUT", queryTimeout);
    }

    boolean isPostgreSql() {
        return jdbcUrl().startsWith(POSTGRESQL);
    }

    /** The URL, which is never null once checked. */
    String jdbcUrl() {
        return Objects.requireNonNull(url);
    }

    /** Leaves out what may be secret: the password, and the URL, which may hold one. */
    @Override
    public String toString() {
        return "JdbcSettings[user=%s, poolSize=%d, connectionTimeout=%s, queryTimeout=%s]"
                .formatted(user, poolSize, connectionTimeout, queryTimeout);
    }

    private static void checkTimeout(String variable, Duration timeout) {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofMinutes(3)) > 0) {
            throw new InvalidSettingException(variable, "must be from PT1S to PT3M");
        }
    }
}
