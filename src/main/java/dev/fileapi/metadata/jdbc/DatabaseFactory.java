package dev.fileapi.metadata.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Makes the pool of connections. Micronaut's own settings of data sources are not used: theirs would start a pool whatever
 * store is chosen.
 */
@Factory
@JdbcStore
final class DatabaseFactory {

    /** What an answer may take beyond the query timeout, before the connection is given up for dead. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HikariDataSource pool;

    DatabaseFactory(JdbcSettings settings) {
        this.pool = pool(settings);
    }

    @Singleton
    DataSource dataSource() {
        return pool;
    }

    /** Here and not as the bean's own end: what becomes of the bean is a wrapper that cannot be closed. */
    @PreDestroy
    void close() {
        pool.close();
    }

    private static HikariDataSource pool(JdbcSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("metadata");
        pool.setJdbcUrl(settings.jdbcUrl());
        // Without a name it would be looked for among the drivers that were found when somebody first asked the JVM for
        // one: the
        // worker's, or an agent's, where ours are not seen.
        pool.setDriverClassName(settings.isPostgreSql() ? "org.postgresql.Driver" : "org.h2.Driver");
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(settings.connectionTimeout().toMillis());
        // A database that is down fails requests, not the start.
        pool.setInitializationFailTimeout(-1);
        if (settings.isPostgreSql()) {
            // In seconds. The statement timeout needs a live connection; this one notices a dead one.
            pool.addDataSourceProperty(
                    "socketTimeout", settings.queryTimeout().plus(GRACE).toSeconds());
            pool.addDataSourceProperty(
                    "connectTimeout", settings.connectionTimeout().toSeconds());
            pool.addDataSourceProperty("ApplicationName", "file-api");
        }
        return new HikariDataSource(pool);
    }
}
