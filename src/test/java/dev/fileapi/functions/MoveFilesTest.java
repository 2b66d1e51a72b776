package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.access.Role;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.Racing;
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
class MoveFilesTest {

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
    void eachFileIsShownAtItsNewPathAndElseAsItWas(WebApi store) {
        upload(store, "some/%C3%A4.txt");
        Answer byId = upload(store, "some/b.txt");
        JsonNode before = listed(store, "some/%C3%A4.txt");

        JsonNode moved = move(store, path("some/ä.txt", "new/ö.txt"), id(byId.text("file_id"), "some/ä.txt"));

        JsonNode first = moved.at("/files/0");
        assertThat(first.get("path").asText()).isEqualTo("some/ä.txt");
        assertThat(first.get("to").asText()).isEqualTo("new/ö.txt");
        assertThat(first.get("file_id")).isEqualTo(before.get("file_id"));
        assertThat(first.at("/file/path").asText()).isEqualTo("/new/");
        assertThat(first.at("/file/name").asText()).isEqualTo("ö.txt");
        assertThat(withoutPlace(first.get("file"))).isEqualTo(withoutPlace(before));
        assertThat(moved.at("/files/1/file/name").asText()).isEqualTo("ä.txt");
        assertThat(moved.get("next").isNull()).isTrue();
        assertThat(paths(store, "")).contains("/new/ö.txt", "/some/ä.txt").doesNotContain("/some/b.txt");
        assertThat(store.call("GET", "/files/path/some/%C3%A4.txt").text("file_id"))
                .isEqualTo(byId.text("file_id"));
    }

    @Test
    void aDownloadAfterTheMoveHasTheNewName() {
        upload(api, "named/old.txt");

        move(api, path("named/old.txt", "named/new.txt"));

        assertThat(api.call("GET", "/files/path/named/new.txt").text("download"))
                .contains("new.txt")
                .doesNotContain("old.txt");
    }

    /** Each takes the place that the one before leaves, by path and by id. */
    @ParameterizedTest
    @MethodSource("stores")
    void filesAreMovedInTheOrderAskedFor(WebApi store) {
        Answer a = upload(store, "chain/a.txt");
        Answer b = upload(store, "chain/b.txt");
        Answer c = upload(store, "chain/c.txt");

        JsonNode moved = move(
                store,
                path("chain/c.txt", "chain/d.txt"),
                id(b.text("file_id"), "chain/c.txt"),
                path("chain/a.txt", "chain/b.txt"),
                path("chain/b.txt", "chain/a.txt"),
                path("chain/none.txt", "chain/e.txt"));

        assertThat(names(moved)).containsExactly("d.txt", "c.txt", "b.txt", "a.txt");
        assertThat(moved.at("/files/4/problem/status").asInt()).isEqualTo(404);
        assertThat(idAt(store, "chain/d.txt")).isEqualTo(c.text("file_id"));
        assertThat(idAt(store, "chain/c.txt")).isEqualTo(b.text("file_id"));
        assertThat(idAt(store, "chain/a.txt")).isEqualTo(a.text("file_id"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void twoFilesExchangeTheirPathsByWayOfAThird(WebApi store) {
        Answer a = upload(store, "swap/a.txt");
        Answer b = upload(store, "swap/b.txt");

        JsonNode refused = move(store, path("swap/a.txt", "swap/b.txt"), path("swap/b.txt", "swap/a.txt"));
        JsonNode moved = move(
                store,
                path("swap/a.txt", "swap/t.txt"),
                path("swap/b.txt", "swap/a.txt"),
                path("swap/t.txt", "swap/b.txt"));

        assertThat(refused.findValuesAsText("status")).containsExactly("409", "409");
        assertThat(moved.findValues("problem")).isEmpty();
        assertThat(idAt(store, "swap/a.txt")).isEqualTo(b.text("file_id"));
        assertThat(idAt(store, "swap/b.txt")).isEqualTo(a.text("file_id"));
    }

    @Test
    void eachProblemSaysWhatItIs() {
        Answer deleted = upload(api, "problems/deleted.txt");
        api.call("GET", "/files/path/problems/deleted.txt");
        api.call("DELETE", "/files/path/problems/deleted.txt");
        upload(api, "problems/a.txt");
        upload(api, "problems/taken.txt");
        api.call("PUT", "/files/path/problems/progress.txt");

        JsonNode moved = move(
                api,
                id(UUID.randomUUID().toString(), "problems/x.txt"),
                path("problems/deleted.txt", "problems/x.txt"),
                id(deleted.text("file_id"), "problems/x.txt"),
                path("problems/a.txt", "problems/taken.txt"),
                path("problems/a.txt", "problems/progress.txt"),
                path("problems/a.txt", "problems//x.txt"),
                path("problems//a.txt", "problems/x.txt"),
                path("problems/a.txt", ""),
                matching(path("problems/a.txt", "problems/x.txt"), "\"another\""),
                path("problems/progress.txt", "problems/x.txt"));

        assertThat(moved.findValuesAsText("type"))
                .extracting(type -> type.substring(type.indexOf("/file-api") + 9))
                .containsExactly(
                        "/files/not-found",
                        "/files/not-found",
                        "/files/gone",
                        "/files/path-taken",
                        "/files/path-taken",
                        "/files/invalid-path",
                        "/files/invalid-path",
                        "/files/invalid-path",
                        "/files/precondition-failed",
                        "/files/not-found");
        assertThat(moved.at("/files/3/problem/title").asText()).isEqualTo("Path Taken.");
        assertThat(moved.at("/files/3/problem/detail").asText()).contains("move or delete it first");
        assertThat(moved.at("/files/4/problem/detail").asText()).contains("delete that path first");
        assertThat(paths(api, "problems/")).containsExactly("/problems/a.txt", "/problems/taken.txt");
    }

    @Test
    void aMoveByIdMayBeRepeated() {
        Answer file = upload(api, "repeated/a.txt");
        String body = files(id(file.text("file_id"), "repeated/b.txt"));

        JsonNode first = post(api, body).json();

        assertThat(post(api, body).json()).isEqualTo(first);
        assertThat(first.at("/files/0/file/name").asText()).isEqualTo("b.txt");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aFolderIsRenamed(WebApi store) {
        upload(store, "folder/a.txt");
        upload(store, "folder/sub/b.txt");
        upload(store, "folder2/c.txt");
        upload(store, "taken/sub/b.txt");

        JsonNode moved =
                post(store, "{\"prefix\": \"/folder/\", \"to\": \"/taken/\"}").json();

        assertThat(moved.at("/files")).hasSize(2);
        assertThat(moved.at("/files/0/path").asText()).isEqualTo("folder/a.txt");
        assertThat(moved.at("/files/0/to").asText()).isEqualTo("taken/a.txt");
        assertThat(moved.at("/files/0/file/path").asText()).isEqualTo("/taken/");
        assertThat(moved.at("/files/1/problem/status").asInt()).isEqualTo(409);
        assertThat(moved.get("next").isNull()).isTrue();
        assertThat(paths(store, "folder")).containsExactly("/folder/sub/b.txt", "/folder2/c.txt");
        assertThat(paths(store, "taken/")).containsExactly("/taken/a.txt", "/taken/sub/b.txt");
    }

    @Test
    void aFolderIsRenamedAThousandFilesAtATime() {
        MetadataStore records = api.instances().getInstance(MetadataStore.class);
        for (int i = 0; i < 1_001; i++) {
            records.createFile(FileRecordBuilder.file("large/%04d.txt".formatted(i))
                    .in(api.workspace())
                    .build());
        }

        JsonNode first =
                post(api, "{\"prefix\": \"large/\", \"to\": \"renamed/\"}").json();
        JsonNode second = post(
                        api, "{\"prefix\": \"large/\", \"to\": \"renamed/\", \"cursor\": " + first.get("next") + "}")
                .json();

        assertThat(first.get("files")).hasSize(1_000);
        assertThat(first.findValues("problem")).isEmpty();
        assertThat(second.at("/files/0/to").asText()).isEqualTo("renamed/1000.txt");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(paths(api, "large/")).isEmpty();
        assertThat(paths(api, "renamed/")).hasSize(1_001);
    }

    /** Into the folder above, where a file would be under the prefix again: the next call would move it once more. */
    @Test
    void noFileIsMovedTwice() {
        upload(api, "up/b/a.txt");
        upload(api, "up/b/b/a.txt");

        JsonNode moved = post(api, "{\"prefix\": \"up/b/\", \"to\": \"up/\"}").json();

        assertThat(moved.at("/files/0/file/path").asText()).isEqualTo("/up/");
        assertThat(moved.at("/files/1/problem/status").asInt()).isEqualTo(422);
        assertThat(moved.at("/files/1/problem/detail").asText()).startsWith("to: gives 'up/b/a.txt'");
        assertThat(paths(api, "up/")).containsExactly("/up/a.txt", "/up/b/b/a.txt");
    }

    @Test
    void aPrefixMayGiveWayToNothing() {
        upload(api, "root/only-here.txt");

        post(api, "{\"prefix\": \"root/\", \"to\": \"\"}");

        assertThat(api.call("GET", "/files/path/only-here.txt").status()).isEqualTo(200);
    }

    @Test
    void aFolderOfWhichUploadsAreInProgressLeavesThemWhereTheyAre() {
        Answer upload = api.call("PUT", "/files/path/progress/a.txt");

        assertThat(post(api, "{\"prefix\": \"progress/\", \"to\": \"progressed/\"}")
                        .json()
                        .get("files"))
                .isEmpty();

        api.put(upload.text("upload"), "bytes".getBytes(UTF_8));
        assertThat(paths(api, "progress/")).containsExactly("/progress/a.txt");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void ofCallersWhoMoveTheSameFilesOneMovesEach(WebApi store) {
        List<String> moves = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            upload(store, "race/" + i + ".txt");
        }

        Racing.all(3, caller -> post(store, "{\"prefix\": \"race/\", \"to\": \"race-" + caller + "/\"}"))
                .forEach(answer -> moves.addAll(names(answer.json())));

        assertThat(moves).doesNotHaveDuplicates().hasSize(10);
        assertThat(paths(store, "race-")).hasSize(10);
        assertThat(paths(store, "race/")).isEmpty();
    }

    @Test
    void aViewerMovesNothing() {
        upload(api, "viewer/a.txt");

        Answer refused = api.send(
                "POST",
                api.address("/files/move"),
                Map.of("authorization", "Bearer " + api.token(Role.VIEWER), "content-type", "application/json"),
                Optional.of("{\"prefix\": \"viewer/\", \"to\": \"moved/\"}"));

        assertThat(refused.problem()).isEqualTo("403 /auth/insufficient-role");
        assertThat(paths(api, "viewer/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                               | 422 /validation | files",
                "{'files': []}                                                    | 422 /validation | files",
                "{'files': [{'to': 'a.txt'}]}                                     | 422 /validation | files",
                "{'files': [{'path': 'a.txt'}]}                                   | 422 /validation | to",
                "{'files': [{'path': 'a.txt', 'to': 1}]}                          | 422 /validation | to",
                "{'files': [{'path': 'a.txt', 'to': 'b', 'version_id': '1'}]}     | 422 /validation | version_id",
                "{'files': [{'path': 'a.txt', 'to': 'b'}], 'prefix': 'a'}         | 422 /validation | prefix",
                "{'prefix': 'a'}                                                  | 422 /validation | to",
                "{'prefix': '', 'to': 'b/'}                                       | 422 /validation | prefix",
                "{'prefix': 'a/', 'to': 'a/'}                                     | 422 /validation | to",
                "{'prefix': 'a/', 'to': 'a/b/'}                                   | 422 /validation | to",
                "{'prefix': 'a/', 'to': '/a/b/'}                                  | 422 /validation | to",
                "{'prefix': 'a/', 'to': 'b/', 'if_match': '*'}                    | 422 /validation | if_match",
                "{'prefix': 'a/', 'to': '../'}                                    | 400 /files/invalid-path | The path",
            })
    void aBodyThatBreaksARuleMovesNothing(String body, String problem, String detail) {
        Answer refused = post(api, body.replace('\'', '"'));

        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.text("detail")).startsWith(detail);
    }

    private static Answer upload(WebApi store, String path) {
        Answer link = store.call("PUT", "/files/path/" + path);
        store.put(link.text("upload"), path.getBytes(UTF_8));
        return link;
    }

    private static JsonNode move(WebApi store, String... items) {
        Answer answer = post(store, files(items));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static Answer post(WebApi store, String body) {
        return store.post("/files/move", body);
    }

    private static String files(String... items) {
        return "{\"files\": [" + String.join(",", items) + "]}";
    }

    private static String path(String path, String to) {
        return "{\"path\": \"" + path + "\", \"to\": \"" + to + "\"}";
    }

    private static String id(String id, String to) {
        return "{\"file_id\": \"" + id + "\", \"to\": \"" + to + "\"}";
    }

    private static String matching(String item, String etag) {
        return item.replace("}", ", \"if_match\": \"" + etag.replace("\"", "\\\"") + "\"}");
    }

    /** Of the files that were moved. */
    private static List<String> names(JsonNode moved) {
        List<String> names = new ArrayList<>();
        moved.findValues("file").forEach(file -> names.add(file.get("name").asText()));
        return names;
    }

    /** But for what its path is. */
    private static JsonNode withoutPlace(JsonNode file) {
        return ((ObjectNode) file.deepCopy()).without(List.of("path", "name"));
    }

    private static JsonNode listed(WebApi store, String path) {
        return store.call("GET", "/files?prefix=" + path).json().at("/files/0");
    }

    private static String idAt(WebApi store, String path) {
        return store.call("GET", "/files/path/" + path).text("file_id");
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
