package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call for a link tells of the file that will be sent. */
class DeclaredUploadsTest {

    private static final String ALL = """
            {"size": 0, "content_type": "text/csv", "modified_at": "2024-01-31T12:00:00Z",
             "checksum": [{"algorithm": "sha-256", "value": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}],
             "tags": {"site": "north"}, "metadata": {"job": "7"}, "anything": "else"}
            """;

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void aLinkIsIssuedByPathAndById() {
        Answer byPath = api.json("PUT", "/files/path/told/all.csv", ALL);
        assertThat(byPath.status()).as(byPath.toString()).isEqualTo(200);

        Answer byId = api.json("PUT", "/files/" + byPath.text("file_id"), ALL);
        assertThat(byId.status()).as(byId.toString()).isEqualTo(200);
    }

    /** Of no bytes, so that they are what was told. */
    @Test
    void allOfItIsShownWithTheUploadAndThenWithTheFile() {
        Answer link = api.json("PUT", "/files/path/shown/all.bin", ALL);
        String upload = "/files/" + link.text("file_id") + "/uploads/" + link.text("version_id");

        JsonNode one = api.call("GET", upload).json();
        JsonNode listed = api.call("GET", "/uploads?path=shown/all.bin").json().at("/uploads/0");
        for (JsonNode shown : List.of(one, listed)) {
            assertThat(shown.at("/size").asLong(-1)).isZero();
            assertThat(shown.at("/verification").asText()).isEqualTo("pending");
            assertDetails(shown);
        }

        assertThat(api.put(link.text("upload"), new byte[0])).isEqualTo(201);
        JsonNode file = api.call("GET", "/files/path/shown/all.bin?include_versions=true")
                .json();
        String byId = "{\"files\": [{\"path\": \"shown/all.bin\"}]}";
        for (JsonNode shown : List.of(
                file,
                file.at("/versions/0"),
                api.call("GET", "/files?prefix=shown/all").json().at("/files/0"),
                api.post("/downloads", byId).json().at("/downloads/0"),
                api.post("/uploads/complete", "{\"uploads\": [" + ids(link) + "]}")
                        .json()
                        .at("/uploads/0/file"))) {
            assertDetails(shown);
        }
        assertThat(file.at("/download").asText()).contains("rsct=text%2Fcsv");
        api.call("DELETE", "/files/path/shown/all.bin");
        assertDetails(
                api.call("GET", "/files?deleted=true&prefix=shown/all").json().at("/files/0"));
    }

    @Test
    void theDigestOfTheBytesIsAHeaderOnceItIsComputed() {
        Answer link = api.json("PUT", "/files/path/digest/told.bin", ALL);
        api.put(link.text("upload"), new byte[0]);

        for (String method : List.of("GET", "HEAD")) {
            assertThat(api.call(method, "/files/path/digest/told.bin").header("Repr-Digest"))
                    .isEqualTo("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
        }
        assertThat(api.call("GET", "/files/path/digest/told.bin").text("verification"))
                .isEqualTo("verified");
    }

    @Test
    void anUploadOfOtherBytesThanWereToldHasFailed() {
        Answer link = api.json("PUT", "/files/path/digest/wrong.bin", ALL);
        api.put(link.text("upload"), new byte[1]);

        assertThat(api.call("GET", "/files/path/digest/wrong.bin").problem()).isEqualTo("404 /files/not-found");
        JsonNode upload = api.call("GET", "/files/" + link.text("file_id") + "/uploads/" + link.text("version_id"))
                .json();
        assertThat(upload.get("state").asText()).isEqualTo("rejected");
        assertThat(upload.get("reason").asText()).isEqualTo("wrong-size");
        assertThat(upload.get("verification").asText()).isEqualTo("failed");
    }

    private static void assertDetails(JsonNode shown) {
        assertThat(shown.at("/checksums/sha-256").asText()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(shown.at("/content_type").asText()).isEqualTo("text/csv");
        assertThat(shown.at("/source_modified_at").asText()).isEqualTo("2024-01-31T12:00:00Z");
        assertThat(shown.at("/tags").toString()).isEqualTo("{\"site\":\"north\"}");
        assertThat(shown.at("/metadata").toString()).isEqualTo("{\"job\":\"7\"}");
    }

    private static String ids(Answer link) {
        return "{\"file_id\": \"" + link.text("file_id") + "\", \"version_id\": \"" + link.text("version_id") + "\"}";
    }

    @Test
    void whatIsNotToldIsEmptyOrNull() {
        Answer link = api.call("PUT", "/files/path/untold/a.json");
        JsonNode upload = api.call("GET", "/files/" + link.text("file_id") + "/uploads/" + link.text("version_id"))
                .json();
        api.put(link.text("upload"), "{}".getBytes(UTF_8));
        JsonNode file = api.call("GET", "/files/path/untold/a.json").json();

        assertThat(upload.get("size").isNull()).isTrue();
        assertThat(upload.get("content_type").isNull()).isTrue();
        for (JsonNode shown : List.of(upload, file)) {
            assertThat(shown.get("verification").asText()).isEqualTo("unverified");
            assertThat(shown.get("source_modified_at").isNull()).isTrue();
            assertThat(shown.get("tags")).isEmpty();
            assertThat(shown.get("metadata")).isEmpty();
        }
        assertThat(file.get("content_type").asText()).isEqualTo("application/json");
    }

    @Test
    void whatIsToldAgainMustBeTheSame() {
        Answer link = api.json("PUT", "/files/path/again.csv", ALL);
        String again = "/files/path/again.csv?version_id=" + link.text("version_id");

        assertThat(api.json("PUT", again, ALL).status()).isEqualTo(200);
        assertThat(api.json("PUT", again, "{}").status()).isEqualTo(200);
        Answer refused = api.json("PUT", again, "{\"size\": 1}");
        assertThat(refused.problem()).isEqualTo("422 /validation");
        assertThat(refused.text("detail")).startsWith("size: must be what the upload was issued with");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"size": -1}                                          | size
            {"checksum": {"algorithm": "sha-256", "value": "x"}}  | checksum
            {"content_type": "csv"}                               | content_type
            {"modified_at": "yesterday"}                          | modified_at
            {"tags": {"a:b": "c"}}                                | tags
            {"metadata": {"a": 1}}                                | metadata
            """)
    void aFieldThatBreaksARuleIsNamedAndBeginsNothing(String body, String field) {
        Answer refused = api.json("PUT", "/files/path/refused/" + field, body);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("422 /validation");
        assertThat(refused.text("detail")).startsWith(field + ": must ");
        assertThat(api.call("GET", "/uploads?prefix=refused/")
                        .json()
                        .at("/count")
                        .asInt())
                .isZero();
    }

    @Test
    void aBatchTellsOfEachFile() {
        JsonNode uploads = api.post("/uploads", """
                        {"uploads": [{"path": "told/b1", "size": 5, "tags": {"a": "b"}},
                                     {"path": "told/b2"},
                                     {"path": "told/b3", "size": -1},
                                     {"path": "told//b4", "size": 5},
                                     {"path": "told/b1", "size": 6}]}
                        """).json().at("/uploads");

        assertThat(uploads).hasSize(5);
        assertThat(uploads.at("/0/upload").isTextual()).isTrue();
        assertThat(uploads.at("/1/upload").isTextual()).isTrue();
        assertThat(uploads.at("/2/path").asText()).isEqualTo("told/b3");
        assertThat(uploads.at("/2/problem/status").asInt()).isEqualTo(422);
        assertThat(uploads.at("/2/problem/detail").asText()).startsWith("size: ");
        assertThat(uploads.at("/3/problem/type").asText()).endsWith("/files/invalid-path");
        assertThat(uploads.at("/4/problem/detail").asText()).isEqualTo("uploads: the path is already at index 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uploads\": []}",
                "{\"uploads\": {\"path\": \"a\"}}",
                "{\"uploads\": null}",
                "{\"uploads\": [\"a\"]}",
                "{\"uploads\": [null]}",
                "{\"uploads\": [{}]}",
                "{\"uploads\": [{\"path\": null}]}",
                "{\"uploads\": [{\"path\": 5}]}",
                "{\"uploads\": [{\"path\": \"refused-batch/a\"}, 5]}",
                "{\"uploads\": [{\"path\": \"refused-batch/a\"}], \"paths\": [\"refused-batch/b\"]}",
                "{\"uploads\": [{\"path\": \"refused-batch/a\"}], \"paths\": null}"
            })
    void aBatchOfAnotherFormBeginsNothing(String body) {
        Answer refused = api.post("/uploads", body);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("422 /validation");
        assertThat(refused.text("detail")).startsWith("uploads: ");
        assertThat(api.call("GET", "/uploads?prefix=refused-batch/")
                        .json()
                        .at("/count")
                        .asInt())
                .isZero();
    }

    /** The query says so, and a restoring tells nothing of bytes. */
    @Test
    void aBodyOfARestoringIsNotRead() {
        Answer link = UploadFileTest.uploaded(api, "restored-with-a-body", "1");
        api.call("DELETE", "/files/" + link.text("file_id"));

        assertThat(api.json("PUT", "/files/" + link.text("file_id") + "?deleted=false", "{\"size\": -1}")
                        .status())
                .isEqualTo(204);
    }
}
