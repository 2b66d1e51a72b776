package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a link to a version, through the functions. */
class UploadFileTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void aLinkAnUploadAVersion() {
        Answer link = api.call("PUT", "/files/path/a/new%20file.txt");
        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        assertThat(link.json().fieldNames())
                .toIterable()
                .containsExactly("file_id", "version_id", "upload", "method", "headers", "expires_at", "max_bytes");
        assertThat(link.json().get("version_id").isTextual()).isTrue();
        assertThat(api.call("GET", "/files/path/a/new%20file.txt").problem()).isEqualTo("404 /files/not-found");

        assertThat(api.put(link.text("upload"), "first".getBytes(UTF_8))).isEqualTo(201);

        Answer file = api.call("GET", "/files/path/a/new%20file.txt");
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("application/json");
        JsonNode json = file.json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "path",
                        "file_id",
                        "version_id",
                        "size",
                        "etag",
                        "created_at",
                        "created_by",
                        "modified_at",
                        "modified_by",
                        "deleted_at",
                        "deleted_by",
                        "download",
                        "self",
                        "versions",
                        "checksums",
                        "verification",
                        "content_type",
                        "source_modified_at",
                        "tags",
                        "metadata");
        assertThat(json.get("name").asText()).isEqualTo("new file.txt");
        assertThat(json.get("path").asText()).isEqualTo("/a/");
        assertThat(json.get("size").asInt()).isEqualTo(5);
        assertThat(json.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(json.get("created_by").get("email").asText()).isEqualTo("local.user@example.com");
        assertThat(json.get("deleted_at").isNull()).isTrue();
        assertThat(json.get("versions").isNull()).isTrue();
        assertThat(json.get("self").asText())
                .isEqualTo(api.origin()
                        + api.address("/files/" + link.text("file_id") + "?version_id=" + link.text("version_id")));
        assertThat(api.get(file.text("download"))).isEqualTo("first".getBytes(UTF_8));
    }

    @Test
    void aSecondVersionBesideTheFirst() {
        Answer first = uploaded(api, "v/two.txt", "1");
        Answer second = api.call("PUT", "/files/" + first.text("file_id"));
        api.put(second.text("upload"), "22".getBytes(UTF_8));

        JsonNode versions = api.call("GET", "/files/path/v/two.txt?include_versions=True")
                .json()
                .get("versions");

        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "file_id",
                        "version_id",
                        "name",
                        "path",
                        "size",
                        "created_at",
                        "created_by",
                        "link",
                        "checksums",
                        "verification",
                        "content_type",
                        "source_modified_at",
                        "tags",
                        "metadata");
        assertThat(versions.get(0).get("version_id").asText()).isEqualTo(second.text("version_id"));
        assertThat(versions.get(1).get("size").asInt()).isEqualTo(1);
        for (String alias : List.of("version_id", "version")) {
            assertThat(api.call("GET", "/files/path/v/two.txt?" + alias + "=" + first.text("version_id"))
                            .text("size"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aFreshLinkUntilItIsCompleted() {
        Answer link = api.call("PUT", "/files/path/relink.txt");
        String same = "/files/path/relink.txt?version_id=" + link.text("version_id");
        Answer again = api.call("PUT", same);
        assertThat(again.text("version_id")).isEqualTo(link.text("version_id"));
        api.put(again.text("upload"), "x".getBytes(UTF_8));

        assertThat(api.call("PUT", same).problem()).isEqualTo("400 /files/no-file-upload-in-progress");
        assertThat(api.call("PUT", "/files/path/relink.txt?version_id=1").problem())
                .isEqualTo("404 /files/not-found");
    }

    @Test
    void aTypeWithoutABodyDoesNotMatter() {
        for (String type : List.of("application/octet-stream", "application/json", "odd")) {
            assertThat(putWithBody(type, Optional.empty()).status()).as(type).isEqualTo(200);
        }
    }

    @Test
    void aFileSentToTheApiItselfIsRefusedWithWhereItGoes() {
        for (String type :
                List.of("application/octet-stream", "application/x-www-form-urlencoded", "odd", "text/plain")) {
            Answer refused = putWithBody(type, Optional.of("some bytes"));
            assertThat(refused.status()).as(type).isEqualTo(400);
            assertThat(refused.json().get("detail").asText()).contains("not sent here", "upload");
        }
    }

    @Test
    void aBodyInJsonIsAnObject() {
        assertThat(putWithBody("application/json", Optional.of("{}")).status()).isEqualTo(200);
        assertThat(putWithBody("application/json; charset=utf-8", Optional.of("{not json"))
                        .status())
                .isEqualTo(400);
        assertThat(putWithBody("application/json", Optional.of("[]")).status()).isEqualTo(400);
    }

    @Test
    void theAnswerTellsHowTheLinkIsUsed() {
        JsonNode link = api.call("PUT", "/files/path/terms.txt").json();

        assertThat(link.get("method").asText()).isEqualTo("PUT");
        assertThat(link.get("headers").get("x-ms-blob-type").asText()).isEqualTo("BlockBlob");
        assertThat(Instant.parse(link.get("expires_at").asText()))
                .isBetween(Instant.now().plusSeconds(1_700), Instant.now().plusSeconds(1_900));
        assertThat(link.get("max_bytes").asLong()).isEqualTo(209_715_200_000_000L);
    }

    private Answer putWithBody(String type, Optional<String> body) {
        return api.send(
                "PUT",
                api.address("/files/path/with-a-body.txt"),
                Map.of(
                        "authorization",
                        "Bearer " + api.token(Role.EDITOR),
                        "content-type",
                        type,
                        "accept",
                        "application/problem+json"),
                body);
    }

    @Test
    void onConditions() {
        Answer first = uploaded(api, "cond.txt", "1");
        String etag = api.call("GET", "/files/path/cond.txt").text("etag");

        assertThat(put("cond.txt", Map.of("if-none-match", "*")).problem()).isEqualTo("412 /files/precondition-failed");
        assertThat(put("cond.txt", Map.of("if-match", "\"other\"")).problem())
                .isEqualTo("412 /files/precondition-failed");
        assertThat(put("cond.txt", Map.of("if-match", etag)).status()).isEqualTo(200);
        assertThat(put("cond-new.txt", Map.of("if-none-match", "*")).status()).isEqualTo(200);
        assertThat(put("cond.txt", Map.of("if-match", "etag")).problem()).isEqualTo("422 /validation");
        assertThat(put("cond.txt", Map.of("if-none-match", "\"a\"")).problem()).isEqualTo("422 /validation");
        assertThat(first.status()).isEqualTo(200);
        assertThat(put("cond-none.txt", Map.of("if-match", etag)).text("detail"))
                .contains("omit If-Match");
    }

    @Test
    void aConditionThatIsUntrueOnceTheBytesAreIn() {
        uploaded(api, "superseded.txt", "1");
        Map<String, String> onlyOverThis =
                Map.of("if-match", api.call("GET", "/files/path/superseded.txt").text("etag"));
        Answer late = put("superseded.txt", onlyOverThis);
        Answer early = put("superseded.txt", onlyOverThis);
        for (Answer link : List.of(early, late)) {
            api.put(link.text("upload"), "2".getBytes(UTF_8));
            assertThat(api.call("GET", "/files/path/superseded.txt").text("version_id"))
                    .isEqualTo(early.text("version_id"));
        }

        String uploads = "/files/" + late.text("file_id") + "/uploads/";
        assertThat(api.call("GET", uploads + early.text("version_id")).text("state"))
                .isEqualTo("committed");
        assertThat(api.call("GET", uploads + late.text("version_id")).text("state"))
                .isEqualTo("superseded");
    }

    @Test
    void theKeyOfACancelledUploadIsSpent() {
        Answer link = put("cancelled-key.txt", Map.of("idempotency-key", "once"));
        String upload = "/files/" + link.text("file_id") + "/uploads/" + link.text("version_id");
        assertThat(api.call("DELETE", upload).status()).isEqualTo(204);

        Answer refused = put("cancelled-key.txt", Map.of("idempotency-key", "once"));

        assertThat(refused.problem()).isEqualTo("404 /files/not-found");
        assertThat(refused.text("detail")).contains("was cancelled", "another Idempotency-Key");
        assertThat(put("cancelled-key.txt", Map.of("idempotency-key", "twice")).status())
                .isEqualTo(200);
    }

    @Test
    void oneKeyOneVersion() {
        Answer one = put("key.txt", Map.of("idempotency-key", "a, b"));
        Answer two = put("key.txt", Map.of("idempotency-key", "a, b"));
        Answer other = put("key.txt", Map.of("idempotency-key", "a,b"));

        assertThat(two.text("version_id")).isEqualTo(one.text("version_id"));
        assertThat(other.text("version_id")).isNotEqualTo(one.text("version_id"));
        assertThat(put("key.txt", Map.of("idempotency-key", "ä")).problem()).isEqualTo("422 /validation");
        assertThat(put("key.txt", Map.of("idempotency-key", "k".repeat(256))).problem())
                .isEqualTo("422 /validation");
    }

    @Test
    void manyInOneCall() {
        Answer batch = api.post("/uploads", "{\"paths\": [\"b/1.txt\", \"b//2.txt\", \"b/3.txt\"]}");

        assertThat(batch.status()).as(batch.toString()).isEqualTo(200);
        JsonNode uploads = batch.json().get("uploads");
        assertThat(uploads).hasSize(3);
        assertThat(uploads.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "path", "file_id", "version_id", "upload", "method", "headers", "expires_at", "max_bytes");
        assertThat(uploads.get(1).fieldNames()).toIterable().containsExactly("path", "problem");
        assertThat(uploads.get(1).get("problem").get("status").asInt()).isEqualTo(400);
        assertThat(uploads.get(2).get("path").asText()).isEqualTo("b/3.txt");
        assertThat(api.post("/uploads", "{\"paths\": []}").problem()).isEqualTo("422 /validation");
        assertThat(api.post("/uploads", "{}").problem()).isEqualTo("422 /validation");
        assertThat(api.post("/uploads", "{\"paths\": [null]}").problem()).isEqualTo("422 /validation");
        for (String other : List.of("{", "[]", "")) {
            Answer refused = api.post("/uploads", other);
            assertThat(refused.problem()).isEqualTo("400 /bad-request");
            assertThat(refused.text("detail")).isEqualTo("The body must be JSON like {\"paths\": [\"a/b.txt\"]}.");
        }
    }

    @Test
    void itsStateUntilItIsCancelled() {
        Answer link = api.call("PUT", "/files/path/state.txt");
        String uploads = "/files/" + link.text("file_id") + "/uploads";
        String upload = uploads + "/" + link.text("version_id");

        JsonNode state = api.call("GET", upload).json();
        assertThat(state.fieldNames())
                .toIterable()
                .containsExactly(
                        "file_id",
                        "version_id",
                        "state",
                        "blocks",
                        "bytes_staged",
                        "created_at",
                        "created_by",
                        "link_expires_at",
                        "discarded_at",
                        "size",
                        "checksums",
                        "verification",
                        "content_type",
                        "source_modified_at",
                        "tags",
                        "metadata");
        assertThat(state.get("state").asText()).isEqualTo("pending");
        assertThat(state.get("blocks")).isEmpty();
        api.put(link.text("upload") + "&comp=block&blockid=QQ%3D%3D", new byte[3]);
        state = api.call("GET", upload).json();
        assertThat(state.get("blocks").toString()).isEqualTo("[{\"id\":\"QQ==\",\"size\":3}]");
        assertThat(state.get("bytes_staged").asInt()).isEqualTo(3);
        assertThat(api.call("GET", uploads).json().get("uploads")).hasSize(1);
        assertThat(api.call("DELETE", upload).status()).isEqualTo(204);
        assertThat(api.call("GET", uploads).json().get("uploads")).isEmpty();
        assertThat(api.call("GET", uploads + "/x").problem()).isEqualTo("422 /validation");
    }

    private static Answer put(String path, Map<String, String> headers) {
        return api.call("PUT", "/files/path/" + path, headers);
    }

    static Answer uploaded(WebApi api, String path, String content) {
        Answer link = api.call("PUT", "/files/path/" + path);
        api.put(link.text("upload"), content.getBytes(UTF_8));
        api.call("GET", "/files/path/" + path);
        return link;
    }
}
