package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When Flyway is left out because the database has what this release needs. */
class SchemaTest {

    static Stream<String> emptyDatabases() {
        return Stream.of(H2.inMemory(), PostgreSql.shared().newDatabase());
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void anEmptyDatabaseIsLeftToFlyway(String url) throws SQLException {
        assertThat(isUpToDate(url)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void oneThatHasAllMigrationsNeedsNoFlyway(String url) throws SQLException {
        migrate(url);

        assertThat(isUpToDate(url)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void oneThatLacksAMigrationIsLeftToFlyway(String url) throws SQLException {
        migrate(url);
        execute(url, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '8.1'");

        assertThat(isUpToDate(url)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void aFailedMigrationIsLeftToFlyway(String url) throws SQLException {
        migrate(url);
        execute(url, "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '2'");

        assertThat(isUpToDate(url)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void aMigrationThatWasAnotherThanThisReleasesIsLeftToFlyway(String url) throws SQLException {
        migrate(url);
        execute(url, "UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '2'");

        assertThat(isUpToDate(url)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void aNewerReleasesMigrationIsLeftToFlywayWhichLetsItBe(String url) throws SQLException {
        migrate(url);
        execute(url, "UPDATE \"flyway_schema_history\" SET \"checksum\" = \"checksum\"");
        execute(
                url,
                "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"installed_by\", \"execution_time\", \"success\")"
                        + " VALUES (999, '999', 'newer', 'SQL', 'V999__newer.sql', 'test', 1, TRUE)");

        assertThat(isUpToDate(url)).isFalse();
        assertThatCode(() -> migrate(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void workersThatStartAtTheSameTimeMakeTheTablesOnce(String url) throws SQLException {
        List<CompletableFuture<Void>> workers = Stream.generate(() -> CompletableFuture.runAsync(() -> migrate(url)))
                .limit(3)
                .toList();

        assertThatCode(() -> workers.forEach(CompletableFuture::join)).doesNotThrowAnyException();
        assertThat(isUpToDate(url)).isTrue();
    }

    private static void migrate(String url) {
        try (JdbcStoreContext worker = new JdbcStoreContext(url)) {
            worker.store().ping();
        }
    }

    private static boolean isUpToDate(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return new Schema(new JdbcSettings(url, null, null, 1, Duration.ofSeconds(5), Duration.ofSeconds(10)))
                    .isUpToDate(connection);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
