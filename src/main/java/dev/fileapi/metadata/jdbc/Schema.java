package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.MetadataStoreException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Does nothing once it has succeeded.
     *
     * @param connections to look at what the database has, before Flyway is loaded: that takes longer than everything else that the first
     *     request waits for
     */
    void migrate(Connections connections) throws SQLException {
        if (!current) {
            migrateOnce(connections);
        }
    }

    private synchronized void migrateOnce(Connections connections) throws SQLException {
        if (current) {
            return;
        }
        try (Connection connection = connections.open()) {
            current = isUpToDate(connection);
        }
        if (!current) {
            runFlyway();
            current = true;
        }
    }

    /** Whether Flyway has applied the very migrations of this release. Whatever else there is, is Flyway's to judge. */
    boolean isUpToDate(Connection connection) {
        try {
            Optional<Set<Migration>> applied = SchemaHistory.applied(connection);
            return applied.isPresent()
                    && applied.equals(
                            new PackagedMigrations(folders(), Set.of(FoldNamesMigration.class.getName())).all());
        } catch (SQLException | IOException unclear) {
            return false;
        }
    }

    private void runFlyway() {
        try {
            // On connections of its own: a migration may take longer than the pool lets a statement take.
            Flyway.configure()
                    .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                    .locations(folders().stream()
                            .map(folder -> "classpath:" + folder)
                            .toArray(String[]::new))
                    .javaMigrations(new FoldNamesMigration())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new MetadataStoreException("The metadata store's tables could not be brought up to date.", e);
        }
    }

    /** One schema for both databases; each has some indexes of its own. */
    private List<String> folders() {
        return List.of("db/migration", settings.isPostgreSql() ? "db/postgresql" : "db/h2");
    }

    /** Opens connections to the database. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }
}
