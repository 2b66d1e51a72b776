package dev.fileapi.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.local.Closer;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.LocalIssuer;
import dev.fileapi.local.StoreKind;
import dev.fileapi.local.TokenOrder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final Closer services = new Closer();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void runHasDefaults() {
        HostOptions options = run();

        assertThat(options.port()).isEqualTo(7071);
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.store()).isEqualTo(StoreKind.H2);
        assertThat(options.events()).isTrue();
        assertThat(options.linkBase()).isNull();
        assertThat(options.packaged()).isFalse();
    }

    @Test
    void thePackageRunsOnPostgreSqlUnlessToldOtherwise() {
        HostOptions options = run("--package", "on");

        assertThat(options.packaged()).isTrue();
        assertThat(options.store()).isEqualTo(StoreKind.POSTGRES);
    }

    @Test
    void runTakesOptions() {
        HostOptions options = run(
                "--port=0",
                "--data",
                "/d",
                "--store",
                "postgres",
                "--events",
                "off",
                "--link-base",
                "https://files.example.com");

        assertThat(options.port()).isZero();
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.store()).isEqualTo(StoreKind.POSTGRES);
        assertThat(options.events()).isFalse();
        assertThat(options.linkBase()).isEqualTo("https://files.example.com");
    }

    @Test
    void tokenTakesOptions() {
        UUID id = UUID.randomUUID();

        TokenOrder order = token(
                "--role", "owner", "--user", "" + id, "--org", "" + id, "--workspace", "" + id, "--expires", "PT5M");

        assertThat(order.role()).isEqualTo(Role.OWNER);
        assertThat(order.user()).isEqualTo(id);
        assertThat(order.workspace().organisationId()).isEqualTo(id);
        assertThat(order.workspace().workspaceId()).isEqualTo(id);
        assertThat(order.lifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void tokenIsForTheDemoWorkspaceByDefault() {
        TokenOrder order = token();

        assertThat(order.role()).isEqualTo(Role.EDITOR);
        assertThat(order.user()).hasToString("0c000000-0000-4000-8000-000000000001");
        assertThat(order.workspace().organisationId()).hasToString("0a000000-0000-4000-8000-000000000001");
        assertThat(order.workspace().workspaceId()).hasToString("0b000000-0000-4000-8000-000000000001");
        assertThat(order.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void tokenPrintsABareToken() throws Exception {
        LocalIssuer.in(folder, Clock.systemUTC());

        assertThat(execute("token", "--data", folder.toString())).isZero();

        assertThat(out.toString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "rebuild", "rebuild --check", "upgrade", "replay-dead-letters"})
    void onlyRunCreatesADataFolder(String command) {
        Path none = folder.resolve("none");

        assertThat(execute(command, "--data", none.toString())).isEqualTo(1);

        assertThat(errors)
                .hasToString("fileapi: There is no data folder " + none
                        + ": start the service once with ./fileapi run, or give its folder with --data DIR\n");
        assertThat(none).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "rebuild", "upgrade", "replay-dead-letters"})
    void anotherFolderIsNotMadeADataFolder(String command) {
        assertThat(execute(command, "--data", folder.toString())).isEqualTo(1);

        assertThat(errors.toString()).startsWith("fileapi: There is no data folder " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    run --store foo         | Invalid value for option '--store': expected one of [H2, POSTGRES, COSMOS] (case-insensitive) but was 'foo'
                    run --port 65536        | Invalid value for option '--port': must be 0 to 65535, but is 65536
                    run --port x            | Invalid value for option '--port': 'x' is not an int
                    run --events maybe      | Invalid value for option '--events': expected one of [ON, OFF] (case-insensitive) but was 'maybe'
                    run --package yes       | Invalid value for option '--package': expected one of [ON, OFF] (case-insensitive) but was 'yes'
                    run --package=on --store=h2 | --package on needs --store postgres or cosmos: H2 is not in the package
                    run --link-base host    | Invalid value for option '--link-base': must be a URL that begins with http:// or https://, but is host
                    run --link-base a:\\     | Invalid value for option '--link-base': must be a URL that begins with http:// or https://, but is a:\\
                    run --port              | Missing required parameter for option '--port' (PORT)
                    run --port 1 --port 2   | option '--port' (PORT) should be specified only once
                    run --role viewer       | Unknown options: '--role', 'viewer'; see fileapi run --help
                    run --data-dir /d       | Unknown options: '--data-dir', '/d'; did you mean --data?
                    run 7071                | Unmatched argument at index 1: '7071'; see fileapi run --help
                    token --role king       | Invalid value for option '--role': expected one of [VIEWER, EDITOR, OWNER] (case-insensitive) but was 'king'
                    token --user 1-1-1-1-1  | Invalid value for option '--user': must be a UUID, but is 1-1-1-1-1
                    token --expires soon    | Invalid value for option '--expires': must be a duration such as PT1H, but is soon
                    rebuild --settings none.json | Invalid value for option '--settings': there is no file none.json; local.settings.json.example shows what it must contain
                    rebuild --old-descriptions-before now | Invalid value for option '--old-descriptions-before': must be a time such as 2026-11-27T10:00:00Z, but is now
                    rebuild --dry-run       | Unknown option: '--dry-run'; see fileapi rebuild --help
                    fly                     | Unmatched argument at index 0: 'fly'; see fileapi --help
                    benchmark               | Missing required subcommand
                    benchmark calls --rounds 0 | --rounds, --seconds and --callers must each be 1 or more
                    benchmark calls --compiler c3 | Invalid value for option '--compiler': expected one of [C1, C2] (case-insensitive) but was 'c3'
                    benchmark start         | Missing required parameters: 'ROUNDS', 'STORE', 'JDK_HOME'
                    """)
    void aWrongOptionIsNamed(String line, String message) {
        assertThat(execute(line)).isEqualTo(2);

        assertThat(errors).hasToString("fileapi: " + message + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"token", "rebuild", "upgrade", "replay-dead-letters", "benchmark", "push", "sync", "restore"})
    void aCommandThatLacksALetterIsSuggested(String command) {
        for (int letter = 1; letter < command.length(); letter++) {
            String typo = command.substring(0, letter) + command.substring(letter + 1);
            errors.getBuffer().setLength(0);

            assertThat(execute(typo)).isEqualTo(2);

            assertThat(errors.toString())
                    .startsWith("fileapi: Unmatched argument at index 0: '" + typo + "'; did you mean ")
                    .containsPattern("\\b" + command + "\\b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "token",
                "rebuild",
                "upgrade",
                "replay-dead-letters",
                "benchmark",
                "benchmark calls",
                "benchmark start",
                "completion",
                "test",
                "ls",
                "push",
                "sync"
            })
    void everyCommandHasHelp(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: fileapi " + command).contains("Exit status:", "--help");

        assertThat(execute("help " + command)).isZero();
    }

    @Test
    void helpListsTheCommands() {
        assertThat(execute("help")).isZero();

        assertThat(out.toString())
                .contains(
                        "run ",
                        "token ",
                        "rebuild ",
                        "upgrade ",
                        "replay-dead-letters ",
                        "benchmark ",
                        "completion ",
                        "test ",
                        "ls ",
                        "tree ",
                        "stat ",
                        "versions ",
                        "push ",
                        "pull ",
                        "sync ",
                        "rm ",
                        "mv ",
                        "restore ",
                        "promote ",
                        "cp ",
                        "uploads ",
                        "doctor ",
                        "link ",
                        "login ",
                        "logout ");
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(execute("--version")).isZero();

        assertThat(out.toString()).matches("fileapi \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void aShellCanCompleteCommandsAndOptions() {
        assertThat(execute("completion")).isZero();

        assertThat(out.toString()).contains("complete -F _complete_fileapi", "--link-base", "replay-dead-letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--settings ", "--settings="})
    void theLocalServiceAndAnotherAreNotMixed(String option) throws Exception {
        Path live = folder.resolve("live.json");
        Files.writeString(live, """
                {"Values": {"FILEAPI_STORE": "paper", "FILEAPI_BLOBS_CONNECTION_STRING": "UseDevelopmentStorage=true"}}""");

        assertThat(execute("rebuild " + option + live)).isEqualTo(2);
        assertThat(errors.toString()).startsWith("fileapi: FILEAPI_STORE: ");

        assertThat(execute("rebuild " + option + live + " --store postgres")).isEqualTo(2);
        assertThat(errors.toString()).contains("leave out one of them");
    }

    @Test
    void theEnvironmentMayNameAnotherService() {
        CommandLine line = commandLine(Map.of("FILEAPI_STORE", "paper"));

        assertThat(line.execute("rebuild", "--data", folder.toString())).isEqualTo(2);

        assertThat(errors.toString()).contains("leave out one of them");
    }

    private HostOptions run(String... options) {
        RunCommand command = new RunCommand();
        OptionValues.registerWith(new CommandLine(command)).parseArgs(options);
        return command.options();
    }

    private TokenOrder token(String... options) {
        TokenCommand command = new TokenCommand();
        OptionValues.registerWith(new CommandLine(command)).parseArgs(options);
        return command.order();
    }

    /** @param words separated by spaces, before the other arguments */
    private int execute(String words, String... others) {
        String[] arguments = Stream.concat(Arrays.stream(words.split(" +", -1)), Arrays.stream(others))
                .toArray(String[]::new);
        return commandLine(Map.of()).execute(arguments);
    }

    private CommandLine commandLine(Map<String, String> environment) {
        return FileApi.commandLine(environment, services)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true));
    }
}
