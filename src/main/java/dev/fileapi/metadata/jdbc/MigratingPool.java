package dev.fileapi.metadata.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The pool of connections. It starts when the first connection is asked for, after the tables were brought up to date. */
final class MigratingPool extends HikariDataSource {

    /** What an answer may take beyond the query timeout, before the connection is considered dead. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Schema schema;

    MigratingPool(JdbcSettings settings, Schema schema) {
        this.schema = schema;
        setPoolName("metadata");
        setJdbcUrl(settings.jdbcUrl());
        // Without a name it would be looked for among the drivers that were found when the JVM was first asked for one:
        // the worker's, or an agent's, where ours are not seen.
        setDriverClassName(settings.isPostgreSql() ? "org.postgresql.Driver" : "org.h2.Driver");
        setUsername(settings.user());
        setPassword(settings.password());
        setMaximumPoolSize(settings.poolSize());
        setMinimumIdle(0);
        setConnectionTimeout(settings.connectionTimeout().toMillis());
        // A database that is down fails requests, not the start.
        setInitializationFailTimeout(-1);
        limitStatements(settings);
    }

    @Override
    public Connection getConnection() throws SQLException {
        schema.migrate(super::getConnection);
        return super.getConnection();
    }

    /** Micronaut Data sets no timeout on its statements: the drivers do. */
    private void limitStatements(JdbcSettings settings) {
        if (settings.isPostgreSql()) {
            // The query timeout needs a live connection; that of the socket notices a dead one.
            setSeconds("queryTimeout", settings.queryTimeout());
            setSeconds("socketTimeout", settings.queryTimeout().plus(GRACE));
            setSeconds("connectTimeout", settings.connectionTimeout());
            addDataSourceProperty("ApplicationName", "file-api");
        } else {
            // The time zone: Micronaut Data hands times over as local ones, of which an hour in autumn is ambiguous.
            setConnectionInitSql("SET TIME ZONE 'UTC'; SET QUERY_TIMEOUT "
                    + settings.queryTimeout().toMillis());
        }
    }

    /** As text: the driver overlooks a number. */
    private void setSeconds(String property, Duration timeout) {
        addDataSourceProperty(property, Long.toString(timeout.toSeconds()));
    }
}
