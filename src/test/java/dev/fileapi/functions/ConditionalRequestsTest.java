package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call whose condition is untrue changes nothing (RFC 9110, section 13.1), on every store. */
class ConditionalRequestsTest {

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());

    @RegisterExtension
    static final WebApi onH2 = new WebApi();

    @RegisterExtension
    static final WebApi onPostgreSql =
            new WebApi().with("fileapi.jdbc.url", PostgreSql.shared().newDatabase());

    @RegisterExtension
    static final WebApi onCosmos = new WebApi().withAll(EmulatedAccount.properties(cosmos));

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    static Stream<WebApi> stores() {
        return Stream.of(onH2, onPostgreSql, onCosmos);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aDeletionWithAStaleETagLeavesTheFile(WebApi api) {
        String byPath = "/files/path/" + newPath();
        String byId = "/files/" + upload(api, byPath, "first");
        String stale = etag(api, byPath);
        upload(api, byPath, "second");

        for (String address : List.of(byPath, byId)) {
            assertFailed(api.call("DELETE", address, Map.of("if-match", stale)));
            assertFailed(api.call("DELETE", address, Map.of("if-none-match", "*")));
        }
        assertThat(api.call("GET", byPath).text("size")).isEqualTo("6");

        assertThat(api.call("DELETE", byId, Map.of("if-match", etag(api, byPath)))
                        .status())
                .isEqualTo(204);
        assertThat(api.call("GET", byId).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aStarMatchesAFileThatIsThere(WebApi api) {
        String byPath = "/files/path/" + newPath();
        Map<String, String> exists = Map.of("if-match", "*");
        assertFailed(api.call("PUT", byPath, exists));
        assertFailed(api.call("DELETE", byPath, exists));
        assertFailed(api.call("DELETE", "/files/" + UUID.randomUUID(), exists));
        String byId = "/files/" + upload(api, byPath, "first");

        Answer link = api.call("PUT", byPath, exists);
        api.put(link.text("upload"), "second".getBytes(UTF_8));
        assertThat(api.call("GET", byPath).text("version_id")).isEqualTo(link.text("version_id"));
        assertThat(api.call("PUT", byId, exists).status()).isEqualTo(200);
        assertThat(api.call("DELETE", byPath, exists).status()).isEqualTo(204);
        assertFailed(api.call("DELETE", byPath, exists));
        assertFailed(api.call("DELETE", byId, exists));
        assertThat(api.call("DELETE", byId, Map.of("if-none-match", "*")).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aRestoreWithAStaleETagLeavesTheFileDeleted(WebApi api) {
        String byPath = "/files/path/" + newPath();
        String byId = "/files/" + upload(api, byPath, "first");
        String stale = etag(api, byPath);
        upload(api, byPath, "second");
        String latest = etag(api, byPath);
        api.call("DELETE", byId);

        assertFailed(api.call("PUT", byId + "?deleted=false", Map.of("if-match", stale)));
        assertFailed(api.call("PUT", byId + "?deleted=false", Map.of("if-none-match", "*")));
        assertThat(api.call("GET", byId).status()).isEqualTo(410);

        assertThat(api.call("PUT", byId + "?deleted=false", Map.of("if-match", latest))
                        .status())
                .isEqualTo(204);
        assertThat(api.call("GET", byId).text("etag")).isEqualTo(latest);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aConditionThatCannotBeReadIsRefused(WebApi api) {
        String byPath = "/files/path/" + newPath();
        String byId = "/files/" + upload(api, byPath, "first");
        List<Map<String, String>> unreadable = List.of(
                Map.of("if-match", "etag"),
                Map.of("if-match", "W/\"a\""),
                Map.of("if-match", "\"a\", \"b\""),
                Map.of("if-match", ""),
                Map.of("if-none-match", "\"a\""),
                Map.of("if-match", "*", "if-none-match", "*"));

        for (Map<String, String> condition : unreadable) {
            for (String address : List.of(byPath, byId)) {
                assertThat(api.call("DELETE", address, condition).problem())
                        .as(condition.toString())
                        .isEqualTo("422 /validation");
            }
            assertThat(api.call("PUT", byId + "?deleted=false", condition).problem())
                    .isEqualTo("422 /validation");
        }
        assertThat(api.call("GET", byId).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aDeletionThatNamesAVersionDeletesNothing(WebApi api) {
        String byPath = "/files/path/" + newPath();
        String byId = "/files/" + upload(api, byPath, "first");
        String version = api.call("GET", byId).text("version_id");

        for (String query : List.of(
                "version_id=" + version,
                "version_id=",
                "version_id",
                "version=1",
                "version_id[]=x",
                "version%5Fid=1")) {
            for (String address : List.of(byPath, byId)) {
                Answer refusal = api.call("DELETE", address + "?" + query);

                assertThat(refusal.problem()).as(query).isEqualTo("422 /validation");
                assertThat(refusal.text("detail")).contains("all its versions");
            }
        }
        assertThat(api.call("GET", byId).text("version_id")).isEqualTo(version);
    }

    private static void assertFailed(Answer answer) {
        assertThat(answer.problem()).as(answer.toString()).isEqualTo("412 /files/precondition-failed");
        assertThat(answer.text("title")).isEqualTo("Precondition Failed.");
    }

    /** Sends the bytes, of which no event tells; returns the file's id. */
    private static String upload(WebApi api, String byPath, String bytes) {
        Answer link = api.call("PUT", byPath);
        assertThat(api.put(link.text("upload"), bytes.getBytes(UTF_8))).isEqualTo(201);
        return link.text("file_id");
    }

    private static String etag(WebApi api, String byPath) {
        return api.call("GET", byPath).text("etag");
    }

    private static String newPath() {
        return UUID.randomUUID() + ".txt";
    }
}
