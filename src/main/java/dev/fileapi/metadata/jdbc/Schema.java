package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.MetadataStoreException;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's tables up to date before they are first used, so that the start needs no database. */
@JdbcStore
@Singleton
final class Schema {

    private final JdbcSettings settings;
    private volatile boolean current;

    Schema(JdbcSettings settings) {
        this.settings = settings;
    }

    /** Does nothing once it has succeeded. */
    void migrate() {
        if (!current) {
            migrateOnce();
        }
    }

    private synchronized void migrateOnce() {
        if (current) {
            return;
        }
        try {
            // On connections of its own: a migration may take longer than the pool lets a statement take.
            Flyway.configure()
                    .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                    .locations(locations())
                    .javaMigrations(new FoldNamesMigration())
                    .load()
                    .migrate();
            current = true;
        } catch (FlywayException e) {
            throw new MetadataStoreException("The metadata store's tables could not be brought up to date.", e);
        }
    }

    /** One schema for both databases; each has some indexes of its own. */
    private String[] locations() {
        return settings.isPostgreSql()
                ? new String[] {"classpath:db/migration", "classpath:db/postgresql"}
                : new String[] {"classpath:db/migration", "classpath:db/h2"};
    }
}
