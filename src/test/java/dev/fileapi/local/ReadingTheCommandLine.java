package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTheCommandLine {

    @Test
    void runHasDefaults() {
        HostOptions options = RunCommand.parse(List.of()).options();

        assertThat(options.port()).isEqualTo(7071);
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.store()).isEqualTo(StoreKind.H2);
        assertThat(options.events()).isTrue();
        assertThat(options.linkBase()).isNull();
        assertThat(options.packaged()).isFalse();
    }

    @Test
    void thePackageRunsOnPostgreSqlUnlessToldOtherwise() {
        HostOptions options = RunCommand.parse(List.of("--package", "on")).options();

        assertThat(options.packaged()).isTrue();
        assertThat(options.store()).isEqualTo(StoreKind.POSTGRES);
    }

    @Test
    void runTakesOptions() {
        HostOptions options = RunCommand.parse(List.of(
                        "--port=0",
                        "--data",
                        "/d",
                        "--store",
                        "postgres",
                        "--events",
                        "off",
                        "--link-base",
                        "https://files.example.com"))
                .options();

        assertThat(options.port()).isZero();
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.store()).isEqualTo(StoreKind.POSTGRES);
        assertThat(options.events()).isFalse();
        assertThat(options.linkBase()).isEqualTo("https://files.example.com");
    }

    @Test
    void tokenTakesOptions() {
        UUID id = UUID.randomUUID();

        TokenOrder order = TokenCommand.parse(List.of(
                        "--role",
                        "owner",
                        "--user",
                        "" + id,
                        "--org",
                        "" + id,
                        "--workspace",
                        "" + id,
                        "--expires",
                        "PT5M"))
                .order();

        assertThat(order.role()).isEqualTo(Role.OWNER);
        assertThat(order.user()).isEqualTo(id);
        assertThat(order.workspace().organisationId()).isEqualTo(id);
        assertThat(order.workspace().workspaceId()).isEqualTo(id);
        assertThat(order.lifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void tokenPrintsABareToken(@TempDir Path data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        TokenCommand.parse(List.of("--data", data.toString())).run(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    run --store foo         | --store must be h2, postgres or cosmos, but is foo
                    run --port 65536        | --port must be a port, 0 for a free one, but is 65536
                    run --port x            | --port must be a port, 0 for a free one, but is x
                    run --events maybe      | --events must be on or off, but is maybe
                    run --package yes       | --package must be on or off, but is yes
                    run --package=on --store=h2 | --package on needs --store postgres or cosmos: H2 is not in the package
                    run --link-base host    | --link-base must be a URL that begins with http:// or https://, but is host
                    run --port              | --port needs a value
                    run --port 1 --port 2   | --port is given twice
                    run --role viewer       | Unknown option --role; ./fileapi help lists them all
                    run 7071                | Unknown option 7071; ./fileapi help lists them all
                    token --role king       | --role must be viewer, editor, owner, but is king
                    token --user 1-1-1-1-1  | --user must be a UUID, but is 1-1-1-1-1
                    token --expires soon    | --expires must be a duration such as PT1H, but is soon
                    """)
    void aWrongOptionIsNamed(String line, String message) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        List<String> options = words.subList(1, words.size());

        assertThatThrownBy(() -> {
                    if (words.get(0).equals("run")) {
                        RunCommand.parse(options);
                    } else {
                        TokenCommand.parse(options);
                    }
                })
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"--settings,live.json", "--settings=live.json,--check"})
    void theLocalServiceAndAnotherAreNotMixed(String option, String next) {
        assertThat(OperatorCommand.parse(List.of("rebuild", option, next), Map.of())
                        .elsewhere())
                .isTrue();
        assertThatThrownBy(
                        () -> OperatorCommand.parse(List.of("rebuild", option, next, "--store", "postgres"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("leave out one of them");
    }

    @Test
    void aDataFolderIsForOneHostAtATime(@TempDir Path folder) throws Exception {
        try (DataFolder open = DataFolder.open(folder)) {
            assertThat(open.key()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("in use");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void whatTheEnvironmentSaysIsNotOverruled() {
        ServiceSettings settings = new ServiceSettings()
                .with("FILEAPI_STORE", "jdbc")
                .with("FILEAPI_ACCESS_JWKS", "{}")
                .with("FILEAPI_BLOBS_CREATE_CONTAINER", "true")
                .with("FILEAPI_BLOBS_LINK_BASE", null);

        assertThat(settings.without(Map.of("FILEAPI_ACCESS_JWKS_URL", "u")).properties())
                .containsOnlyKeys("fileapi.store", "fileapi.blobs.create-container");
    }
}
