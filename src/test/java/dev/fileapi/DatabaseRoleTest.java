package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.local.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The role that the hook's SQL makes in a real PostgreSQL: enough for the service, and nothing besides. */
class DatabaseRoleTest {

    private static final String ROLE = "id-file-api-test";

    /** Stands in for Azure's function, which the server does not have: a role that may sign in. */
    private static final String AZURES_FUNCTION = """
            create function pgaadauth_create_principal(name text, admin boolean, mfa boolean) returns text language plpgsql as
            $$ begin
              if admin then raise 'not an administrator'; end if;
              execute format('create role %I login', name);
              return name;
            end $$""";

    private static PostgreSql server;
    private static String database;

    @BeforeAll
    static void makeTheRole() throws Exception {
        server = PostgreSql.start();
        asAdministrator(server.url(), "create database fileapi");
        asAdministrator(server.url(), "create database other");
        database = server.url().replaceFirst("/postgres\\?", "/fileapi?");
        asAdministrator(server.url(), AZURES_FUNCTION);
        runTheHooksSql();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itMakesAndUsesTheServicesTables() {
        assertThatCode(() -> Flyway.configure()
                        .dataSource(database.replace("user=postgres", "user=" + ROLE), ROLE, "")
                        .locations("classpath:db/migration", "classpath:db/postgresql")
                        .load()
                        .migrate())
                .doesNotThrowAnyException();
        assertThatCode(() -> asRole("delete from files")).doesNotThrowAnyException();
    }

    @Test
    void itIsNotAnAdministratorOfAnything() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement();
                var rights = statement.executeQuery(
                        "select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls,"
                                + " (select count(*) from pg_auth_members where member = oid) from pg_roles where rolname = '"
                                + ROLE + "'")) {
            assertThat(rights.next()).isTrue();
            assertThat(rights.getBoolean(1)).isFalse();
            assertThat(rights.getInt(2)).isZero();
        }
        assertRefused("create role another");
        assertRefused("create database another");
        assertRefused("create schema another");
        assertRefused("create temporary table scratch (id int)");
    }

    @Test
    void noOtherRoleMayConnectToTheServicesDatabase() throws SQLException {
        asAdministrator(server.url(), "create role stranger login");

        assertThatThrownBy(() -> DriverManager.getConnection(database.replace("user=postgres", "user=stranger")))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void theHookMayBeRepeated() {
        assertThatCode(DatabaseRoleTest::runTheHooksSql).doesNotThrowAnyException();
    }

    private static void assertRefused(String sql) {
        assertThatThrownBy(() -> asRole(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void runTheHooksSql() throws IOException, SQLException {
        asAdministrator(server.url(), hooksSql("database-role.sql"));
        asAdministrator(database, hooksSql("database-grants.sql"));
    }

    /** Returns the file with the variable filled in as psql does it. */
    private static String hooksSql(String file) throws IOException {
        return Files.readString(Path.of("infra/hooks", file))
                .replace(":'role'", "'" + ROLE + "'")
                .replace(":\"role\"", '"' + ROLE + '"');
    }

    private static void asAdministrator(String url, String sql) throws SQLException {
        execute(url, sql);
    }

    private static void asRole(String sql) throws SQLException {
        execute(database.replace("user=postgres", "user=" + ROLE), sql);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
