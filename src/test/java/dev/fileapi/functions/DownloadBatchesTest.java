package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.access.Role;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are not delivered here. */
class DownloadBatchesTest {

    /** One item of a workspace at a time: items of one file that race may leave its uploads to each other, and say so. */
    private static final String PARALLELISM = "fileapi.http.batch-parallelism";

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());

    @RegisterExtension
    static final WebApi api = new WebApi().with(PARALLELISM, 4);

    @RegisterExtension
    static final WebApi onPostgreSql = new WebApi()
            .with("fileapi.jdbc.url", PostgreSql.shared().newDatabase())
            .with(PARALLELISM, 4);

    @RegisterExtension
    static final WebApi onCosmos =
            new WebApi().withAll(EmulatedAccount.properties(cosmos)).with(PARALLELISM, 4);

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    static Stream<WebApi> stores() {
        return Stream.of(api, onPostgreSql, onCosmos);
    }

    /** Whatever is committed is noticed: the new file, the newer version, the version that is named. */
    @ParameterizedTest
    @MethodSource("stores")
    void eachFileIsShownAsAGetOfItAloneShowsIt(WebApi store) {
        Answer older = store.call("PUT", "/files/path/batch/%C3%A4%20b.txt");
        Answer first = upload(store, "batch/%C3%A4%20b.txt", "first");
        Answer second = upload(store, "batch/%C3%A4%20b.txt", "second");
        Answer other = upload(store, "batch/other.txt", "other");
        store.put(older.text("upload"), "older".getBytes(UTF_8));

        Answer batch = post(
                store,
                item("path", "batch/ä b.txt", null),
                item("file_id", other.text("file_id"), null),
                item("path", "batch/ä b.txt", first.text("version_id")),
                item("file_id", first.text("file_id"), older.text("version_id")),
                item("path", "batch/none.txt", null));

        JsonNode downloads = batch.json().get("downloads");
        assertThat(downloads.size()).isEqualTo(5);
        assertThat(downloads.at("/0/version_id").asText()).isEqualTo(second.text("version_id"));
        assertThat(downloads.at("/4/problem/status").asInt()).isEqualTo(404);
        assertThat(batch.header("Cache-Control")).isEqualTo("no-store");
        assertThat(batch.header("File-Api-Unchecked-Uploads")).isEmpty();
        String byId = "/files/" + first.text("file_id");
        assertSame(store, downloads.get(0), byId);
        assertSame(store, downloads.get(1), "/files/path/batch/other.txt");
        assertSame(store, downloads.get(2), byId + "?version_id=" + first.text("version_id"));
        assertSame(store, downloads.get(3), byId + "?version_id=" + older.text("version_id"));
    }

    @Test
    void aLinkOfABatchDownloads() throws Exception {
        upload(api, "linked/a.txt", "bytes");

        String link = post(api, item("path", "linked/a.txt", null))
                .json()
                .at("/downloads/0/download")
                .asText();

        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("bytes");
    }

    @Test
    void aProblemNamesTheFileAsItWasAskedFor() {
        Answer deleted = upload(api, "problems/a.txt", "bytes");
        api.call("GET", "/files/path/problems/a.txt");
        api.call("DELETE", "/files/path/problems/a.txt");
        String unknown = UUID.randomUUID().toString();

        JsonNode downloads = post(
                        api,
                        item("path", "problems//a.txt", null),
                        item("path", "problems/a.txt", null),
                        item("file_id", deleted.text("file_id"), null),
                        item("file_id", unknown, "7"),
                        "{\"path\": null, \"file_id\": \"%s\", \"version_id\": null}".formatted(unknown))
                .json()
                .get("downloads");

        assertProblem(downloads.get(0), "/files/invalid-path", "{\"path\":\"problems//a.txt\"}");
        assertProblem(downloads.get(1), "/files/not-found", "{\"path\":\"problems/a.txt\"}");
        assertProblem(downloads.get(2), "/files/gone", "{\"file_id\":\"" + deleted.text("file_id") + "\"}");
        assertProblem(downloads.get(3), "/files/not-found", "{\"file_id\":\"" + unknown + "\",\"version_id\":\"7\"}");
        assertProblem(downloads.get(4), "/files/not-found", "{\"file_id\":\"" + unknown + "\"}");
    }

    @Test
    void aThousandAreAnsweredInTheirOrder() {
        String id = upload(api, "thousand/a.txt", "bytes").text("file_id");
        String[] items = IntStream.range(0, 1_000)
                .mapToObj(i -> i % 2 == 0 ? item("file_id", id, null) : item("path", "thousand/none-" + i, null))
                .toArray(String[]::new);

        JsonNode downloads = post(api, items).json().get("downloads");

        assertThat(downloads.size()).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(downloads.get(i).path(i % 2 == 0 ? "file_id" : "path").asText())
                    .isEqualTo(i % 2 == 0 ? id : "thousand/none-" + i);
        }
        assertThat(post(
                                api,
                                Stream.concat(Stream.of(items), Stream.of(items[0]))
                                        .toArray(String[]::new))
                        .problem())
                .isEqualTo("422 /validation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                                                                  | files
            {"files": []}                                                                       | files
            {"files": "a"}                                                                      | files
            {"files": ["a"]}                                                                    | files
            {"files": [{}]}                                                                     | files
            {"files": [null]}                                                                   | files
            {"files": [{"version_id": "1"}]}                                                    | files
            {"files": [{"path": "a", "file_id": "c2a7d0de-1f0b-4a53-9a55-2f6b1e7b7b33"}]}       | files
            {"files": [{"path": 1}]}                                                            | path
            {"files": [{"file_id": "a"}]}                                                       | file_id
            {"files": [{"path": "a", "version_id": 1}]}                                         | version_id
            {"files": [{"path": "a", "version_id": "one"}]}                                     | version_id
            """)
    void aRequestThatBreaksARuleIsRefusedAsAWhole(String body, String named) {
        Answer refusal = api.post("/downloads", body);

        assertThat(refusal.problem()).isEqualTo("422 /validation");
        assertThat(refusal.text("detail")).startsWith(named + ": ");
    }

    @Test
    void oneWithoutARoleIsRefused() {
        Answer refusal = api.send(
                "POST",
                api.address("/downloads"),
                Map.of("authorization", "Bearer " + api.token(null), "content-type", "application/json"),
                Optional.of("{\"files\": [{\"path\": \"a\"}]}"));

        assertThat(refusal.problem()).isEqualTo("403 /auth/insufficient-role");
    }

    /** But for the link, which is a fresh one. */
    private static void assertSame(WebApi store, JsonNode item, String address) {
        ObjectNode alone = (ObjectNode) store.call("GET", address).json();
        ObjectNode together = item.deepCopy();
        assertThat(together.remove("download").asText()).contains("sig=");
        alone.remove("download");
        assertThat(together.toString()).isEqualTo(alone.toString());
    }

    private static void assertProblem(JsonNode item, String type, String named) {
        ObjectNode rest = item.deepCopy();
        assertThat(rest.remove("problem").get("type").asText()).endsWith(type);
        assertThat(rest.toString()).isEqualTo(named);
    }

    private static String item(String key, String value, @Nullable String version) {
        String end = version == null ? "}" : ", \"version_id\": \"" + version + "\"}";
        return "{\"%s\": \"%s\"%s".formatted(key, value, end);
    }

    /** A call by a viewer. */
    private static Answer post(WebApi store, String... items) {
        Answer answer = store.send(
                "POST",
                store.address("/downloads"),
                Map.of("authorization", "Bearer " + store.token(Role.VIEWER), "content-type", "application/json"),
                Optional.of(Stream.of(items).collect(Collectors.joining(",", "{\"files\": [", "]}"))));
        assertThat(answer.status()).as(answer.toString()).isIn(200, 422);
        return answer;
    }

    /** Sends the bytes, of which no event tells. */
    private static Answer upload(WebApi store, String path, String bytes) {
        Answer link = store.call("PUT", "/files/path/" + path);
        assertThat(store.put(link.text("upload"), bytes.getBytes(UTF_8))).isEqualTo(201);
        return link;
    }
}
