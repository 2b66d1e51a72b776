package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import dev.fileapi.local.cosmos.Fault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's table of errors, each of them provoked for real. */
class ProblemsTest {

    private static final String PREFIX = "https://seequent.com/error-codes/file-api";

    @RegisterExtension
    static final WebApi api = new WebApi();

    private static final StoppableDatabase database = new StoppableDatabase();
    private static final FailingClock clock = new FailingClock();

    /** With a metadata store that can be stopped, a clock that can fail, and a blob service that nobody runs. */
    @RegisterExtension
    static final WebApi broken = new WebApi()
            .with("fileapi.jdbc.url", database.url())
            .with("fileapi.jdbc.connection-timeout", "PT1S")
            .with("fileapi.blobs.connection-string", nobodysConnectionString())
            .with("fileapi.blobs.create-container", false)
            .with("fileapi.blobs.timeout", "PT2S")
            .with(clock);

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());

    /** With an account of Cosmos DB that can be throttled. */
    @RegisterExtension
    static final WebApi throttled =
            new WebApi().withAll(EmulatedAccount.properties(cosmos)).with("fileapi.cosmos.throttling-wait", "PT0S");

    /** With an issuer of tokens that nobody runs. */
    @RegisterExtension
    static final WebApi keyless = new WebApi()
            .with("fileapi.access.jwks", "")
            .with("fileapi.access.jwks-url", "http://127.0.0.1:" + StoppableDatabase.freePort() + "/keys");

    @AfterAll
    static void stop() {
        database.stop();
        cosmos.close();
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row(400, "/files/no-file-upload-in-progress", "No file upload in progress", () -> {
                    Answer link = uploaded("done.txt");
                    return api.call("PUT", "/files/path/done.txt?version_id=" + link.text("version_id"));
                }),
                row(400, "/files/invalid-path", "Invalid Path.", () -> api.call("PUT", "/files/path/a//b")),
                row(400, "/bad-request", "Bad Request.", () -> api.post("/uploads", "{")),
                row(401, "/auth/missing-token", "Access Denied.", () -> read(api, null)),
                row(401, "/auth/missing-token", "Access Denied.", () -> read(api, "no.to.ken")),
                row(401, "/auth/invalid-token", "Access Denied.", () -> read(api, tokenOfAnotherOrganisation())),
                row(
                        403,
                        "/auth/insufficient-role",
                        "Insufficient Role.",
                        () -> send(api, "PUT", "/files/path/a.txt", api.token(Role.VIEWER))),
                row(403, "/auth/insufficient-role", "Insufficient Role.", () -> read(api, api.token(null))),
                row(404, "/files/not-found", "File Not Found.", () -> api.call("GET", "/files/path/none.txt")),
                row(404, "/files/not-found", "File Not Found.", () -> api.call("GET", "/files/" + UUID.randomUUID())),
                row(405, "/bad-request", "Bad Request.", () -> api.call("PATCH", "/files")),
                row(
                        415,
                        "/bad-request",
                        "Bad Request.",
                        () -> api.send(
                                "POST",
                                api.address("/uploads"),
                                Map.of(
                                        "authorization",
                                        "Bearer " + api.token(Role.EDITOR),
                                        "content-type",
                                        "application/xml"),
                                Optional.of("<paths/>"))),
                row(410, "/files/gone", "The file has been deleted", () -> {
                    Answer link = uploaded("gone.txt");
                    api.call("DELETE", "/files/path/gone.txt");
                    return api.call("GET", "/files/" + link.text("file_id"));
                }),
                row(412, "/files/precondition-failed", "Precondition Failed.", () -> {
                    uploaded("there.txt");
                    return api.call("PUT", "/files/path/there.txt", Map.of("if-none-match", "*"));
                }),
                row(422, "/validation", "Validation Error.", () -> api.call("GET", "/files?limit=0")),
                row(422, "/validation", "Validation Error.", () -> api.call("GET", "/files/x")),
                row(500, "/api-errors", "An Error Occurred.", () -> {
                    String token = broken.token(Role.EDITOR);
                    return clock.whileFailing(() -> send(broken, "PUT", "/files/path/a.txt", token));
                }),
                row(502, "/bad-gateway", "Bad Gateway.", () -> {
                    Answer link = broken.call("PUT", "/files/path/a.txt");
                    return broken.call("PUT", "/files/path/a.txt?version_id=" + link.text("version_id"));
                }),
                row(502, "/metadata/store-error", "File Metadata Storage Operation Failed.", () -> {
                    broken.call("GET", "/files");
                    return database.whileStopped(() -> broken.call("GET", "/files"));
                }),
                row(503, "/metadata/store-error", "File Metadata Storage Operation Failed.", () -> {
                    throttled.call("GET", "/files");
                    cosmos.fail(call -> call.resourceTypeIs("docs"), 1, new Fault.Refused(429, 3200));
                    return throttled.call("GET", "/files");
                }),
                row(503, "/api-errors", "An Error Occurred.", () -> read(keyless, keyless.token(Role.EDITOR))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void everyRowOfTheTable(int status, String suffix, String title, Supplier<Answer> provoked) {
        Answer answer = provoked.get();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asText()).isEqualTo(PREFIX + suffix);
        assertThat(problem.get("title").asText()).isEqualTo(title);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer" : "");
        assertThat(answer.header("Retry-After")).matches(status == 503 ? "[1-9]\\d*" : "");
        assertThat(answer.body())
                .doesNotContain("Exception", "dev.fileapi", "SELECT", "select ", "devstoreaccount1", "sig=", "jdbc:");
    }

    @Test
    void aRoleTooLowIsToldWhichOnesWouldDo() {
        JsonNode viewer =
                send(api, "PUT", "/files/path/a.txt", api.token(Role.VIEWER)).json();
        assertThat(viewer.get("your_role").asText()).isEqualTo("viewer");
        assertThat(viewer.get("permitted_roles")).extracting(JsonNode::asText).containsExactly("editor", "owner");

        JsonNode stranger = read(api, api.token(null)).json();
        assertThat(stranger.get("your_role").isNull()).isTrue();
        assertThat(stranger.get("permitted_roles"))
                .extracting(JsonNode::asText)
                .containsExactly("viewer", "editor", "owner");
    }

    private static Arguments row(int status, String suffix, String title, Supplier<Answer> provoked) {
        return arguments(status, suffix, title, provoked);
    }

    private static Answer uploaded(String path) {
        Answer link = api.call("PUT", "/files/path/" + path);
        api.put(link.text("upload"), "content".getBytes(UTF_8));
        api.call("GET", "/files/path/" + path);
        return link;
    }

    private static Answer read(WebApi its, @Nullable String token) {
        return send(its, "GET", "/files", token);
    }

    private static Answer send(WebApi its, String method, String rest, @Nullable String token) {
        Map<String, String> headers = token == null ? Map.of() : Map.of("authorization", "Bearer " + token);
        return its.send(method, its.address(rest), headers, Optional.empty());
    }

    private static String tokenOfAnotherOrganisation() {
        return api.token(new Workspace(UUID.randomUUID(), UUID.randomUUID()), Role.OWNER);
    }

    private static String nobodysConnectionString() {
        return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=bm9ib2R5;"
                + "BlobEndpoint=http://127.0.0.1:" + StoppableDatabase.freePort() + "/devstoreaccount1";
    }
}
