package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.blobs.azure.StorageOperator;
import dev.fileapi.commands.Commands;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.H2;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that has lost its database answers as before once its records are rebuilt, whichever database it lost and got. */
class LostDatabaseTest {

    private final LinkHolder blobs = new LinkHolder();
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void theServiceAnswersAsBefore() throws Exception {
        List<JsonNode> before;
        try (RunningHost host = RunningHost.start(options())) {
            Caller editor = editor(host);
            use(editor);
            before = answers(editor);
            assertThat(before.toString())
                    .contains(
                            "nördlich", "tag-14", "\"project\":\"new\"", "2025-12-31T23:59:59.123456Z", "\"verified\"")
                    .doesNotContain("\"project\":\"old\"");
            String storage = host.azurite().connectionString();

            assertThat(command(
                            storage,
                            "rebuild",
                            "--checkpoint",
                            folder.resolve("checkpoint").toString()))
                    .as(this::printed)
                    .isZero();
            assertThat(command(storage, "rebuild", "--check")).as(this::printed).isZero();
        }
        assertThat(printed()).contains("The records are rebuilt.", "Records and storage agree.", "files=7 versions=8");
        try (RunningHost host = RunningHost.start(options().withSetting("FILEAPI_JDBC_URL", rebuiltDatabase()))) {
            assertThat(answers(editor(host))).isEqualTo(before);
        }
    }

    @Test
    void whatAnUploaderForgesIsNamedAndDoesNotComeBack() throws Exception {
        List<JsonNode> before;
        try (RunningHost host = RunningHost.start(options())) {
            Caller editor = editor(host);
            Reply upload = editor.upload("mine.txt");
            blobs.put(upload.link("upload"), "bytes");
            assertThat(blobs.snapshot(upload.link("upload"), forgery()).statusCode())
                    .isEqualTo(201);
            assertThat(editor.read("mine.txt").status()).isEqualTo(200);
            before = answers(editor);
            String storage = host.azurite().connectionString();

            String checkpoint = folder.resolve("checkpoint").toString();
            assertThat(command(
                            storage,
                            "rebuild",
                            "--old-descriptions-before",
                            "2100-01-01T00:00:00Z",
                            "--checkpoint",
                            checkpoint))
                    .as(this::printed)
                    .isZero();
            assertThat(command(storage, "rebuild", "--check")).as(this::printed).isZero();
            assertThat(command(storage, "upgrade", "--checkpoint", checkpoint)).isZero();
        }
        assertThat(printed())
                .contains("claims the path 'salaries/2026.csv'", "FORGED=1", "Every version on record is described.");
        try (RunningHost host = RunningHost.start(options().withSetting("FILEAPI_JDBC_URL", rebuiltDatabase()))) {
            assertThat(answers(editor(host))).isEqualTo(before);
        }
    }

    @Test
    void theCheckFailsWhereTheDatabaseHasLostEverything() throws Exception {
        try (RunningHost host = RunningHost.start(options())) {
            use(editor(host));

            assertThat(command(host.azurite().connectionString(), "rebuild", "--check"))
                    .isEqualTo(1);
        }
        assertThat(printed()).contains("missing file ", "missing version ", "Records and storage differ.");
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThat(command("", "rebuild", "--wrong")).isEqualTo(2);
        assertThat(command("", "mend")).isEqualTo(2);
        assertThat(command(
                        Map.of(
                                "fileapi.store",
                                "paper",
                                "fileapi.blobs.connection-string",
                                "UseDevelopmentStorage=true"),
                        "rebuild"))
                .isEqualTo(2);
        assertThat(printed())
                .contains("Unknown option: '--wrong'", "Unmatched argument at index 0: 'mend'", "FILEAPI_STORE");
    }

    private void use(Caller editor) {
        upload(editor, "docs/a.txt", "first");
        upload(editor, "docs/a.txt", "second");
        String gone = upload(editor, "gone.txt", "gone");
        editor.send("DELETE", "/files/" + gone);
        String back = upload(editor, "back.txt", "old");
        editor.send("DELETE", "/files/" + back);
        upload(editor, "back.txt", "new");
        assertThat(editor.send("PUT", "/files/" + back + "?deleted=false").status())
                .isEqualTo(303);
        editor.upload("pending.txt");
        uploadTold(editor, "told/few.csv", "\"tags\": {\"project\": \"nördlich\"}");
        String tagged = uploadTold(editor, "told/tagged-since.csv", "\"tags\": {\"project\": \"old\"}");
        assertThat(editor.sendJson("PATCH", "/files/" + tagged, "{\"tags\": {\"project\": \"new\"}}")
                        .status())
                .isEqualTo(200);
        uploadTold(
                editor,
                "told/more-than-fits-among-the-metadata.csv",
                "\"tags\": {%s}, \"metadata\": {\"a\": \"%s\"}".formatted(manyTags(), "m".repeat(2_000)));
    }

    private String uploadTold(Caller editor, String path, String more) {
        String sha256 = Base64.getEncoder().encodeToString(Sha256.of("told"));
        Reply upload = editor.sendJson("PUT", "/files/path/" + path, """
                {"size": 4, "checksum": {"algorithm": "sha-256", "value": "%s"}, "content_type": "text/csv",
                 "modified_at": "2025-12-31T23:59:59.123456Z", %s}""".formatted(sha256, more));
        blobs.put(upload.link("upload"), "told");
        assertThat(editor.read(path).status()).isEqualTo(200);
        return upload.text("file_id");
    }

    private static String manyTags() {
        return IntStream.range(0, 15)
                .mapToObj(number -> "\"tag-%d\": \"%s\"".formatted(number, "ä".repeat(128)))
                .collect(Collectors.joining(","));
    }

    private static String[] forgery() {
        User victim = new User(UUID.randomUUID(), "The Boss", "boss@example.com");
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        return StorageOperator.claimHeaders(
                new VersionDescription(
                        FilePath.parse("salaries/2026.csv"),
                        time,
                        victim,
                        time,
                        victim,
                        time,
                        null,
                        VersionDetails.NONE,
                        time),
                "\"0x1\"");
    }

    private String upload(Caller editor, String path, String bytes) {
        Reply upload = editor.upload(path);
        blobs.put(upload.link("upload"), bytes);
        assertThat(editor.read(path).status()).isEqualTo(200);
        return upload.text("file_id");
    }

    /** All that the service says of its files, links aside. */
    private static List<JsonNode> answers(Caller caller) {
        List<JsonNode> answers = new ArrayList<>();
        for (String list : List.of("/files", "/files?deleted=true")) {
            JsonNode files = caller.send("GET", list).at("files");
            answers.addAll(StreamSupport.stream(files.spliterator(), false).toList());
        }
        List<JsonNode> versions = answers.stream()
                .map(file -> caller.send(
                        "GET", "/files/" + file.get("file_id").asText() + "?deleted=true&include_versions=true"))
                .map(file -> file.at("versions"))
                .toList();
        answers.addAll(versions);
        answers.forEach(answer -> List.of("link", "links").forEach(field -> remove(answer, field)));
        return answers;
    }

    private static void remove(JsonNode answer, String field) {
        answer.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
    }

    private int command(String storage, String... arguments) {
        return command(
                Map.of(
                        "fileapi.store",
                        "jdbc",
                        "fileapi.jdbc.url",
                        rebuiltDatabase(),
                        "fileapi.blobs.connection-string",
                        storage.isEmpty() ? "UseDevelopmentStorage=true" : storage),
                arguments);
    }

    private int command(Map<String, Object> settings, String... arguments) {
        PrintWriter out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        return Commands.commandLine(() -> settings).setOut(out).setErr(out).execute(arguments);
    }

    private String rebuiltDatabase() {
        return H2.inFile(folder.resolve("rebuilt"));
    }

    private HostOptions options() {
        return HostOptions.inMemory().withData(folder.resolve("data")).withEvents(false);
    }

    private Caller editor(RunningHost host) {
        String token = host.issuer().token(TokenOrder.of(new UUID(1, 2), workspace, Role.EDITOR));
        return new Caller(host, workspace, token);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
