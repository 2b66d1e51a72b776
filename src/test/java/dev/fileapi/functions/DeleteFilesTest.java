package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are not delivered here. */
class DeleteFilesTest {

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());

    @RegisterExtension
    static final WebApi api = new WebApi();

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
        return Stream.of(api, onPostgreSql, onCosmos);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void eachFileIsDeletedAndTheOthersStay(WebApi store) {
        Answer byPath = upload(store, "some/%C3%A4.txt");
        Answer byId = upload(store, "some/b.txt");
        upload(store, "some/stays.txt");

        JsonNode deleted = delete(store, path("some/ä.txt"), id(byId.text("file_id")));

        assertThat(deleted.at("/files/0/path").asText()).isEqualTo("some/ä.txt");
        assertThat(deleted.at("/files/0/file_id").asText()).isEqualTo(byPath.text("file_id"));
        assertThat(deleted.at("/files/0/deleted").asBoolean()).isTrue();
        assertThat(deleted.at("/files/1/file_id").asText()).isEqualTo(byId.text("file_id"));
        assertThat(deleted.at("/files/1/deleted").asBoolean()).isTrue();
        assertThat(deleted.get("next").isNull()).isTrue();
        assertThat(paths(store, "some/")).containsExactly("/some/stays.txt");
        assertThat(store.call("PUT", "/files/" + byPath.text("file_id") + "?deleted=false")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void deletingTwiceIsNoProblemAndTellsThatNothingWasThere() {
        Answer file = upload(api, "twice/a.txt");
        String body = files(path("twice/a.txt"), id(file.text("file_id")), id(UUID.randomUUID() + ""));

        post(api, body);
        JsonNode again = post(api, body).json();

        assertThat(again.at("/files")).hasSize(3).allSatisfy(item -> {
            assertThat(item.get("deleted").asBoolean()).isFalse();
            assertThat(item.has("problem")).isFalse();
        });
    }

    @Test
    void aConditionIsJudgedByWhatIsCommittedAndLeavesTheFile() {
        upload(api, "match/a.txt");
        upload(api, "match/b.txt");
        String old = api.call("GET", "/files/path/match/a.txt").text("etag");
        String current = api.call("GET", "/files/path/match/b.txt").text("etag");
        upload(api, "match/a.txt");

        JsonNode deleted = delete(
                api,
                matching(path("match/a.txt"), old),
                matching(path("match/b.txt"), current),
                matching(path("match/none.txt"), "*"));

        assertThat(deleted.at("/files/0/problem/status").asInt()).isEqualTo(412);
        assertThat(deleted.at("/files/0/problem/type").asText()).endsWith("/files/precondition-failed");
        assertThat(deleted.at("/files/0").has("deleted")).isFalse();
        assertThat(deleted.at("/files/1/deleted").asBoolean()).isTrue();
        assertThat(deleted.at("/files/2/problem/status").asInt()).isEqualTo(412);
        assertThat(paths(api, "match/")).containsExactly("/match/a.txt");
    }

    @Test
    void aPathThatBreaksARuleIsAProblemOfItsItem() {
        upload(api, "rules/a.txt");

        JsonNode deleted = delete(api, path("rules//a.txt"), path("rules/a.txt"));

        assertThat(deleted.at("/files/0/problem/type").asText()).endsWith("/files/invalid-path");
        assertThat(deleted.at("/files/0/path").asText()).isEqualTo("rules//a.txt");
        assertThat(deleted.at("/files/1/deleted").asBoolean()).isTrue();
    }

    /** What is committed and not recorded yet is there for the caller who has sent it. */
    @ParameterizedTest
    @MethodSource("stores")
    void aPrefixIsAllFilesWhosePathBeginsSo(WebApi store) {
        upload(store, "folder/a.txt");
        upload(store, "folder/sub/b.txt");
        upload(store, "folder2/c.txt");

        JsonNode deleted = post(store, "{\"prefix\": \"/folder/\"}").json();

        assertThat(deleted.at("/files")).hasSize(2);
        assertThat(deleted.at("/files/0/path").asText()).isEqualTo("folder/a.txt");
        assertThat(deleted.at("/files/1/path").asText()).isEqualTo("folder/sub/b.txt");
        assertThat(deleted.get("next").isNull()).isTrue();
        assertThat(paths(store, "folder")).containsExactly("/folder2/c.txt");
        assertThat(post(store, "{\"prefix\": \"folder/\"}").json().at("/files")).isEmpty();
    }

    @Test
    void aPrefixIsDeletedAThousandFilesAtATime() {
        MetadataStore records = api.instances().getInstance(MetadataStore.class);
        for (int i = 0; i < 1_001; i++) {
            records.createFile(FileRecordBuilder.file("large/%04d.txt".formatted(i))
                    .in(api.workspace())
                    .build());
        }

        JsonNode first = post(api, "{\"prefix\": \"large/\"}").json();
        JsonNode second = post(api, "{\"prefix\": \"large/\", \"cursor\": " + first.get("next") + "}")
                .json();

        assertThat(first.get("files"))
                .hasSize(1_000)
                .allSatisfy(item -> assertThat(item.get("deleted").asBoolean()).isTrue());
        assertThat(second.get("files")).hasSize(1);
        assertThat(second.at("/files/0/path").asText()).isEqualTo("large/1000.txt");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(paths(api, "large/")).isEmpty();
    }

    @Test
    void anUploadInProgressUnderAPrefixStays() {
        Answer upload = api.call("PUT", "/files/path/progress/a.txt");

        assertThat(post(api, "{\"prefix\": \"progress/\"}").json().get("files")).isEmpty();

        api.put(upload.text("upload"), "bytes".getBytes(UTF_8));
        assertThat(paths(api, "progress/")).containsExactly("/progress/a.txt");
    }

    @Test
    void aViewerDeletesNothing() {
        upload(api, "viewer/a.txt");

        Answer refused = api.send(
                "POST",
                api.address("/files/delete"),
                Map.of("authorization", "Bearer " + api.token(Role.VIEWER), "content-type", "application/json"),
                Optional.of("{\"prefix\": \"viewer/\"}"));

        assertThat(refused.problem()).isEqualTo("403 /auth/insufficient-role");
        assertThat(paths(api, "viewer/")).hasSize(1);
    }

    /** A version is not deleted by itself, and must not take the others with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                            | 422 /validation | files",
                "{'files': []}                                                 | 422 /validation | files",
                "{'files': ['a.txt']}                                          | 422 /validation | files",
                "{'files': [{}]}                                               | 422 /validation | files",
                "{'files': [{'path': 1}]}                                      | 422 /validation | path",
                "{'files': [{'file_id': 'x'}]}                                 | 422 /validation | file_id",
                "{'files': [{'path': 'a.txt', 'version_id': '1'}]}             | 422 /validation | version_id",
                "{'files': [{'path': 'a.txt', 'version_id': null}]}            | 422 /validation | version_id",
                "{'files': [{'path': 'a.txt', 'if_match': 'abc'}]}             | 422 /validation | if_match",
                "{'files': [{'path': 'a.txt'}], 'prefix': 'a'}                 | 422 /validation | prefix",
                "{'files': [{'path': 'a.txt'}], 'cursor': 'a'}                 | 422 /validation | cursor",
                "{'prefix': ''}                                                | 422 /validation | prefix",
                "{'prefix': '/'}                                               | 422 /validation | prefix",
                "{'prefix': 1}                                                 | 422 /validation | prefix",
                "{'prefix': 'a', 'if_match': '*'}                              | 422 /validation | if_match",
                "{'prefix': 'a', 'cursor': '!'}                                | 422 /validation | The cursor",
                "{'prefix': 'a//'}                                             | 400 /files/invalid-path | The path",
                "{'prefix': '\\u0000'}                                         | 400 /files/invalid-path | The path",
                "{'prefix': '\\ud83d'}                                         | 400 /files/invalid-path | The path",
            })
    void aBodyThatBreaksARuleDeletesNothing(String body, String problem, String detail) {
        Answer refused = post(api, body.replace('\'', '"'));

        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.text("detail")).startsWith(detail);
    }

    private static Answer upload(WebApi store, String path) {
        Answer link = store.call("PUT", "/files/path/" + path);
        store.put(link.text("upload"), path.getBytes(UTF_8));
        return link;
    }

    private static JsonNode delete(WebApi store, String... items) {
        Answer answer = post(store, files(items));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static Answer post(WebApi store, String body) {
        return store.post("/files/delete", body);
    }

    private static String files(String... items) {
        return "{\"files\": [" + String.join(",", items) + "]}";
    }

    private static String path(String path) {
        return "{\"path\": \"" + path + "\"}";
    }

    private static String id(String id) {
        return "{\"file_id\": \"" + id + "\"}";
    }

    private static String matching(String item, String etag) {
        return item.replace("}", ", \"if_match\": \"" + etag.replace("\"", "\\\"") + "\"}");
    }

    private static List<String> paths(WebApi store, String prefix) {
        List<String> paths = new ArrayList<>();
        store.call("GET", "/files?prefix=" + prefix)
                .json()
                .get("files")
                .forEach(file ->
                        paths.add(file.get("path").asText() + file.get("name").asText()));
        return paths;
    }
}
