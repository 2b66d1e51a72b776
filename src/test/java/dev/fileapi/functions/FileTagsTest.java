package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags are changed by themselves. */
class FileTagsTest {

    private static final String SOUTH = "{\"tags\": {\"site\": \"south\", \"checked\": \"yes\"}}";

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void theyAreReplacedWhereverTheFileIsShown() {
        Answer link = tagged("tags/a.txt");
        Answer before = api.call("GET", "/files/path/tags/a.txt");

        Answer changed = api.json("PATCH", "/files/" + link.text("file_id"), SOUTH);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().at("/tags").toString()).isEqualTo("{\"checked\":\"yes\",\"site\":\"south\"}");
        assertThat(api.get(changed.text("download"))).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(changed.header("Cache-Control")).isEqualTo("no-store");
        Answer after = api.call("GET", "/files/path/tags/a.txt?include_versions=true");
        for (JsonNode shown : new JsonNode[] {
            after.json(),
            after.json().at("/versions/0"),
            api.call("GET", "/files?prefix=tags/a").json().at("/files/0")
        }) {
            assertThat(shown.at("/tags")).isEqualTo(changed.json().at("/tags"));
        }
        assertThat(after.text("version_id")).isEqualTo(before.text("version_id"));
        assertThat(after.text("modified_at")).isEqualTo(before.text("modified_at"));
    }

    /** A reader that has seen the file with its tags sees that they have changed. */
    @Test
    void theFileIsShownWithAnotherETagThen() {
        Answer link = tagged("tags/etag.txt");
        String seen = api.call("GET", "/files/path/tags/etag.txt").header("ETag");

        Answer changed = api.json("PATCH", "/files/" + link.text("file_id"), SOUTH);

        assertThat(changed.header("ETag")).isNotEqualTo(seen);
        Answer read = api.call("GET", "/files/path/tags/etag.txt", Map.of("if-none-match", seen));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void onConditions() {
        Answer link = tagged("tags/condition.txt");
        String etag = api.call("GET", "/files/path/tags/condition.txt").text("etag");

        assertThat(patch(link, Map.of("if-match", "\"another\"")).problem())
                .isEqualTo("412 /files/precondition-failed");
        assertThat(patch(link, Map.of("if-none-match", "*")).problem()).isEqualTo("412 /files/precondition-failed");
        assertThat(patch(link, Map.of("if-match", "another")).problem()).isEqualTo("422 /validation");
        assertThat(patch(link, Map.of("if-match", etag)).status()).isEqualTo(200);
        assertThat(patch(link, Map.of("if-match", "*")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                 | 422 /validation  | tags: must be an object of strings; {} takes all tags off
            {"tags": null}                     | 422 /validation  | tags: must be an object of strings; {} takes all tags off
            {"tags": []}                       | 422 /validation  | tags: must be an object of strings
            {"tags": {"a": 1}}                 | 422 /validation  | tags: must be an object of strings
            {"tags": {"a:b": ""}}              | 422 /validation  | tags: must not have ':' in a key
            {"tags": {}, "metadata": {}}       | 422 /validation  | metadata: cannot be changed; send tags only
            {"name": "b.txt"}                  | 422 /validation  | name: cannot be changed; send tags only
            []                                 | 400 /bad-request | The body must be JSON like {"tags": {"site": "north"}}.
            """)
    void anythingElseChangesNothing(String body, String problem, String detail) {
        Answer link = tagged("tags/refused.txt");

        Answer refused = api.json("PATCH", "/files/" + link.text("file_id"), body);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo(problem);
        assertThat(refused.text("detail")).isEqualTo(detail);
        assertThat(api.call("GET", "/files/path/tags/refused.txt")
                        .json()
                        .at("/tags/site")
                        .asText())
                .isEqualTo("north");
    }

    @Test
    void aVersionThatIsNamedIsRefused() {
        Answer link = tagged("tags/version.txt");

        Answer refused =
                api.json("PATCH", "/files/" + link.text("file_id") + "?version_id=" + link.text("version_id"), SOUTH);

        assertThat(refused.problem()).isEqualTo("422 /validation");
        assertThat(refused.text("detail")).startsWith("version_id: ");
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        Answer link = tagged("tags/type.txt");

        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
            assertThat(patch(link, Map.of("content-type", type)).problem()).isEqualTo("415 /bad-request");
        }
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        Answer link = tagged("tags/viewer.txt");

        assertThat(patch(link, Map.of("authorization", "Bearer " + api.token(Role.VIEWER)))
                        .problem())
                .isEqualTo("403 /auth/insufficient-role");
    }

    @Test
    void aFileWithoutAVersionOrDeletedIsRefused() {
        Answer nascent = api.call("PUT", "/files/path/tags/nascent.txt");
        assertThat(patch(nascent, Map.of()).problem()).isEqualTo("404 /files/not-found");
        Answer deleted = tagged("tags/deleted.txt");
        api.call("DELETE", "/files/" + deleted.text("file_id"));

        assertThat(patch(deleted, Map.of()).problem()).isEqualTo("410 /files/gone");
    }

    private static Answer patch(Answer link, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(
                Map.of("authorization", "Bearer " + api.token(Role.EDITOR), "content-type", "application/json"));
        all.putAll(headers);
        return api.send("PATCH", api.address("/files/" + link.text("file_id")), all, Optional.of(SOUTH));
    }

    /** A file with a tag. */
    private static Answer tagged(String path) {
        Answer link = api.json("PUT", "/files/path/" + path, "{\"tags\": {\"site\": \"north\"}}");
        assertThat(api.put(link.text("upload"), "bytes".getBytes(UTF_8))).isEqualTo(201);
        assertThat(api.call("GET", "/files/path/" + path).status()).isEqualTo(200);
        return link;
    }
}
