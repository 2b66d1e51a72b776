package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A JSON body is read as what it is; one that is anything else begins nothing. */
class JsonBodiesTest {

    private static final String JSON = "application/json";
    private static final String UMLAUTS = "{\"paths\": [\"Größe.txt\"]}";

    @RegisterExtension
    static final WebApi api = new WebApi();

    @ParameterizedTest
    @ValueSource(
            strings = {
                JSON,
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; charset=utf8"
            })
    void oneInUtf8IsRead(String type) {
        Answer batch = post(UMLAUTS.getBytes(UTF_8), Map.of("content-type", type, "content-encoding", "identity"));

        assertThat(batch.status()).as(batch.toString()).isEqualTo(200);
        assertThat(batch.json().at("/uploads/0/path").asText()).isEqualTo("Größe.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"paths": [1]}                       | 422 /validation
            {"paths": [1.5]}                     | 422 /validation
            {"paths": [true]}                    | 422 /validation
            {"paths": [["a"]]}                   | 422 /validation
            {"paths": [{"a": "b"}]}              | 422 /validation
            {"paths": ["a", null]}               | 422 /validation
            {"paths": ["a", 1]}                  | 422 /validation
            {"paths": "a"}                       | 422 /validation
            {"paths": {"0": "a"}}                | 422 /validation
            {"paths": null}                      | 422 /validation
            {"Paths": ["a"]}                     | 422 /validation
            {"paths": ["a"]} x                   | 400 /bad-request
            {"paths": ["a"]}}                    | 400 /bad-request
            {"paths": ["a"]} {"paths": ["b"]}    | 400 /bad-request
            {"paths": ["a"], "paths": ["b"]}     | 400 /bad-request
            {"paths": ["a"],}                    | 400 /bad-request
            {"paths": ["a"]                      | 400 /bad-request
            {paths: ["a"]}                       | 400 /bad-request
            [{"paths": ["a"]}]                   | 400 /bad-request
            "a"                                  | 400 /bad-request
            null                                 | 400 /bad-request
            """)
    void whatHasAnotherFormBeginsNothing(String body, String problem) {
        assertRefused(body.getBytes(UTF_8), Map.of("content-type", JSON), problem);
    }

    @Test
    void bytesThatAreNotUtf8BeginNothing() {
        Map<String, String> json = Map.of("content-type", JSON);

        assertRefused(UMLAUTS.getBytes(ISO_8859_1), json, "400 /bad-request");
        assertRefused(UMLAUTS.getBytes(UTF_16), json, "400 /bad-request");
        assertRefused("{\"paths\": [\"a\uFFFDb\"]}".getBytes(UTF_8), json, "400 /bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "\"windows-1252\"", "utf-16", "us-ascii", "nonsense", ""})
    void anotherCharacterSetBeginsNothing(String charset) {
        assertRefused(
                UMLAUTS.getBytes(ISO_8859_1),
                Map.of("content-type", JSON + "; charset=" + charset),
                "415 /bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP", "identity, gzip"})
    void aCompressedBodyBeginsNothing(String coding) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(UMLAUTS.getBytes(UTF_8));
        }

        assertRefused(
                compressed.toByteArray(), Map.of("content-type", JSON, "content-encoding", coding), "415 /bad-request");
    }

    @Test
    void anEscapedReplacementCharacterIsNoPartOfAPath() {
        Answer batch = api.post("/uploads", "{\"paths\": [\"a\\uFFFDb\", \"whole.txt\"]}");

        assertThat(batch.json().at("/uploads/0/problem/type").asText()).endsWith("/files/invalid-path");
        assertThat(batch.json().at("/uploads/1/file_id").isTextual()).isTrue();
    }

    private static void assertRefused(byte[] body, Map<String, String> headers, String problem) {
        int before = files();

        Answer refusal = post(body, headers);

        assertThat(refusal.problem()).as(refusal.toString()).isEqualTo(problem);
        assertThat(refusal.text("detail")).isNotBlank();
        assertThat(files()).isEqualTo(before);
    }

    private static Answer post(byte[] body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("authorization", "Bearer " + api.token(Role.EDITOR));
        return api.send("POST", api.address("/uploads"), all, body);
    }

    /** Counts those that have no version yet as well. */
    private static int files() {
        String url = String.valueOf(api.settings().get("fileapi.jdbc.url"));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM files")) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError("The files cannot be counted", e);
        }
    }
}
