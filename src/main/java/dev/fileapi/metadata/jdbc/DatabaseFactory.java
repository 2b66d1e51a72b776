package dev.fileapi.metadata.jdbc;

import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/**
 * Makes the data source that Micronaut Data builds on. Micronaut's own settings of data sources are not used: theirs would start a
 * pool whatever store is chosen.
 */
@Factory
@JdbcStore
final class DatabaseFactory {

    private final MigratingPool pool;

    DatabaseFactory(JdbcSettings settings, Schema schema) {
        this.pool = new MigratingPool(settings, schema);
    }

    @Singleton
    @Named("default")
    DataSource dataSource() {
        return pool;
    }

    /** Closed here because the exposed bean is wrapped and not closeable. */
    @PreDestroy
    void close() {
        pool.close();
    }
}
