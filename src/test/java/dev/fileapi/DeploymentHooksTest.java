package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the hooks for a POSIX shell do with {@code az} and {@code psql}, which stand-ins write down. */
@DisabledOnOs(OS.WINDOWS)
class DeploymentHooksTest {

    private static final String ROLE = "infra/hooks/make-database-role.sh";
    private static final Map<String, String> POSTGRES = Map.of(
            "POSTGRES_SERVER_NAME", "psql-1",
            "POSTGRES_SERVER_HOST", "psql-1.postgres.database.azure.com",
            "POSTGRES_ADMINISTRATOR_GROUP_NAME", "Database People",
            "IDENTITY_NAME", "id-file-api-1",
            "AZURE_SUBSCRIPTION_ID", "subscription",
            "AZURE_RESOURCE_GROUP", "group");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeStandIns() throws IOException {
        standIn("az", "case \"$*\" in *get-access-token*) echo token;; esac");
        standIn("psql", "echo \"  as $PGUSER with $PGPASSWORD on $PGHOST, $PGSSLMODE\" >>calls");
    }

    @Test
    void withAnotherStoreNothingIsDone() throws Exception {
        assertThat(run(ROLE, Map.of("POSTGRES_SERVER_NAME", "")).status()).isZero();
        assertThat(run("infra/hooks/check-store.sh", Map.of("STORE", "cosmos")).status())
                .isZero();
        assertThat(calls()).isEmpty();
    }

    @Test
    void postgresWithoutAGroupIsRefusedBeforeAnythingIsMade() throws Exception {
        Result refused = run(
                "infra/hooks/check-store.sh", Map.of("STORE", "postgres", "POSTGRES_ADMINISTRATOR_GROUP_ID", "5c0e"));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("POSTGRES_ADMINISTRATOR_GROUP_NAME");
    }

    @Test
    void postgresWithAGroupIsFine() throws Exception {
        Map<String, String> complete = Map.of(
                "STORE", "postgres",
                "POSTGRES_ADMINISTRATOR_GROUP_ID", "5c0e",
                "POSTGRES_ADMINISTRATOR_GROUP_NAME", "Database People");

        assertThat(run("infra/hooks/check-store.sh", complete).status()).isZero();
    }

    @Test
    void theGroupMakesTheRoleWithATokenForAPassword() throws Exception {
        assertThat(run(ROLE, POSTGRES).status()).isZero();

        String identity = "  as Database People with token on psql-1.postgres.database.azure.com, verify-full";
        assertThat(calls())
                .containsExactly(
                        "az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv",
                        "psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set role=id-file-api-1 --dbname postgres"
                                + " --file database-role.sql",
                        identity,
                        "psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set role=id-file-api-1 --dbname fileapi"
                                + " --file database-grants.sql",
                        identity);
    }

    @Test
    void theFirewallIsOpenOnlyWhileItRuns() throws Exception {
        assertThat(run(ROLE, withAddress()).status()).isZero();

        assertThat(calls()).first().asString().contains("firewall-rule create", "--start-ip-address 203.0.113.7");
        assertThat(calls()).last().asString().contains("firewall-rule delete", "--rule-name role-setup", "--yes");
    }

    @Test
    void theFirewallIsClosedAfterAFailureToo() throws Exception {
        standIn("psql", "exit 2");

        Result failed = run(ROLE, withAddress());

        assertThat(failed.status()).isNotZero();
        assertThat(failed.output()).contains("azd hooks run postprovision");
        assertThat(calls()).last().asString().contains("firewall-rule delete");
    }

    private record Result(int status, String output) {}

    private static Map<String, String> withAddress() {
        Map<String, String> environment = new HashMap<>(POSTGRES);
        environment.put("POSTGRES_SETUP_ADDRESS", "203.0.113.7");
        return environment;
    }

    private Result run(String hook, Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", Path.of(hook).toAbsolutePath().toString());
        builder.redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("POSTGRES_") || name.startsWith("PG"));
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void standIn(String command, String action) throws IOException {
        String script = "#!/bin/sh\necho \"%s $*\" >>calls\n%s\n".formatted(command, action);
        Path file = Files.writeString(
                folder.resolve(command),
                script.replace("calls", folder.resolve("calls").toString()));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
