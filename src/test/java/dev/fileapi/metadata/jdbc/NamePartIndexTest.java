package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.PostgreSql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Names are found by a part of them, with an index where PostgreSQL has what it needs, and without one elsewhere. */
class NamePartIndexTest {

    private static final String INDEX = "SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'files_by_part_of_name'";

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final String database = PostgreSql.shared().newDatabase();

    @Test
    void anOwnerOfTheDatabaseMakesExtensionAndIndex() throws SQLException {
        namesAreFound(database);

        assertThat(number(INDEX)).isOne();
    }

    @Test
    void aRoleThatMayNotMakeTheExtensionGoesWithout() throws SQLException {
        namesAreFound(asRoleOfTablesOnly());

        assertThat(number(INDEX)).isZero();
    }

    @Test
    void aRoleUsesTheExtensionThatAnAdministratorHasMade() throws SQLException {
        execute("CREATE EXTENSION pg_trgm");

        namesAreFound(asRoleOfTablesOnly());

        assertThat(number(INDEX)).isOne();
    }

    @Test
    void theExtensionMayBeInAnySchema() throws SQLException {
        execute("CREATE SCHEMA \"Others\"");
        execute("CREATE EXTENSION pg_trgm SCHEMA \"Others\"");

        namesAreFound(database);

        assertThat(number(INDEX)).isOne();
    }

    @Test
    void anExtensionInASchemaOfOthersIsNotUsed() throws SQLException {
        execute("CREATE SCHEMA others");
        execute("CREATE EXTENSION pg_trgm SCHEMA others");

        namesAreFound(asRoleOfTablesOnly());

        assertThat(number(INDEX)).isZero();
    }

    @Test
    void namesOfAnEarlierReleaseAreInTheIndex() throws SQLException {
        Flyway.configure()
                .dataSource(database, null, null)
                .locations("classpath:db/migration", "classpath:db/postgresql")
                .javaMigrations(new FoldNamesMigration())
                .target("11")
                .load()
                .migrate();
        execute("""
                INSERT INTO files (organisation_id, workspace_id, file_id, revision, slot, state, listed_as, path_head, path_tail, depth,
                    lower_case_name, created_at, created_by_id, latest_version_id, latest_size, latest_etag, latest_snapshot,
                    modified_at, modified_by_id)
                VALUES ('%s', '%s', gen_random_uuid(), 1, 'a', 'LIVE', 'LIVE', 'Old Report.csv', '', 0,
                    'old report.csv', now(), gen_random_uuid(), 1, 1, '"a"', 'a', now(), gen_random_uuid())""".formatted(workspace.organisationId(), workspace.workspaceId()));

        try (JdbcStoreContext context = new JdbcStoreContext(database)) {
            assertThat(found(context, "d rep")).containsExactly("Old Report.csv");
        }
        assertThat(number(INDEX)).isOne();
    }

    private void namesAreFound(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            for (String path :
                    List.of("a/Report 100%.csv", "a/report_1.csv", "b/reportx1.csv", "b/ÉTÉ.txt", "b/漢字.txt")) {
                context.store()
                        .createFile(FileRecordBuilder.file(path).in(workspace).build());
            }

            assertThat(found(context, "REPORT"))
                    .containsExactly("a/Report 100%.csv", "a/report_1.csv", "b/reportx1.csv");
            assertThat(found(context, "t_1")).containsExactly("a/report_1.csv");
            assertThat(found(context, "0%")).containsExactly("a/Report 100%.csv");
            assertThat(found(context, "x1")).containsExactly("b/reportx1.csv");
            assertThat(found(context, "x")).containsExactly("b/reportx1.csv", "b/ÉTÉ.txt", "b/漢字.txt");
            assertThat(found(context, "été")).containsExactly("b/ÉTÉ.txt");
            assertThat(found(context, "漢字")).containsExactly("b/漢字.txt");
            assertThat(found(context, "\\")).isEmpty();
            assertThat(found(context, "t\\_1")).isEmpty();
            assertThat(found(context, "reports")).isEmpty();
        }
    }

    private List<String> found(JdbcStoreContext context, String part) {
        return context
                .store()
                .listFiles(
                        workspace, FileFilterBuilder.live().nameContains(part).build(), List.of(), 0, 10)
                .files()
                .stream()
                .map(file -> file.path().value())
                .toList();
    }

    /** Returns the URL of a role that may make tables, as the one that the deployment makes. */
    private String asRoleOfTablesOnly() throws SQLException {
        String role = "role_" + UUID.randomUUID().toString().replace('-', '_');
        execute("CREATE ROLE " + role + " LOGIN");
        execute("GRANT USAGE, CREATE ON SCHEMA public TO " + role);
        return database.replace("user=postgres", "user=" + role);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
