package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are not delivered here. */
class WorkspaceUploadsTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void uploadsInProgressAreFoundByPathNewestFirst() {
        Answer first = api.call("PUT", "/files/path/found/a.txt");
        Answer second = api.call("PUT", "/files/path/found/a.txt");
        api.call("PUT", "/files/path/found/b.txt");

        Answer found = api.call("GET", "/uploads?path=found/a.txt");

        assertThat(each(found, "version_id")).containsExactly(second.text("version_id"), first.text("version_id"));
        assertThat(each(found, "name")).containsOnly("a.txt");
        assertThat(each(found, "path")).containsOnly("/found/");
        assertThat(found.json().at("/uploads/0").has("blocks")).isFalse();
    }

    @Test
    void anotherClientFindsTheBlocksThatAreThere() {
        Answer upload = api.call("PUT", "/files/path/blocks/big.bin");
        api.put(upload.text("upload") + "&comp=block&blockid=MDAwMQ==", "first".getBytes(UTF_8));

        JsonNode found = api.call("GET", "/uploads?prefix=blocks/&include_blocks=true")
                .json()
                .at("/uploads/0");

        assertThat(found.at("/version_id").asText()).isEqualTo(upload.text("version_id"));
        assertThat(found.at("/blocks/0/id").asText()).isEqualTo("MDAwMQ==");
        assertThat(found.at("/bytes_staged").asLong()).isEqualTo(5);
    }

    @Test
    void whatIsCommittedIsNoLongerInProgress() {
        Answer upload = api.call("PUT", "/files/path/done/a.txt");
        api.put(upload.text("upload"), "bytes".getBytes(UTF_8));

        assertThat(each(api.call("GET", "/uploads?prefix=done/"), "name")).isEmpty();
        assertThat(api.call("GET", "/files/path/done/a.txt").status()).isEqualTo(200);
    }

    @Test
    void pagesLeadThroughAllUploadsWithoutRepeatingOne() {
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            issued.add(0, api.call("PUT", "/files/path/paged/" + i).text("version_id"));
        }
        List<String> found = new ArrayList<>();
        String next = "/uploads?prefix=paged/&limit=3&cursor=";
        while (next != null) {
            Answer page = api.call("GET", next);
            assertThat(each(page, "name").size()).isLessThanOrEqualTo(3);
            found.addAll(each(page, "version_id"));
            JsonNode link = page.json().at("/links/next");
            next = link.isNull() ? null : link.asText().substring(link.asText().indexOf("/uploads?"));
        }

        assertThat(found).isEqualTo(issued);
    }

    @Test
    void pagesWithBlocksAreShortAndLeadThroughAllUploads() {
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            issued.add(0, api.call("PUT", "/files/path/short/one.txt").text("version_id"));
        }
        String file = api.call("GET", "/uploads?path=short/one.txt&limit=1")
                .json()
                .at("/uploads/0/file_id")
                .asText();

        for (String list : List.of("/uploads?prefix=short/&include_blocks=true", "/files/" + file + "/uploads")) {
            Answer first = api.call("GET", list);
            assertThat(first.json().at("/limit").asInt()).isEqualTo(12);
            assertThat(first.json().at("/count").asInt()).isEqualTo(12);
            String next = first.json().at("/links/next").asText();
            String address = list.startsWith("/uploads") ? "/uploads?" : "/files/";
            Answer second = api.call("GET", next.substring(next.indexOf(address)));
            assertThat(second.json().at("/links/next").isNull()).isTrue();
            List<String> found = new ArrayList<>(each(first, "version_id"));
            found.addAll(each(second, "version_id"));
            assertThat(found).isEqualTo(issued);
        }
        assertThat(each(api.call("GET", "/files/" + file + "/uploads?limit=2"), "version_id"))
                .isEqualTo(issued.subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "cursor=!"})
    void aPageOfAFilesUploadsThatBreaksARuleIsNamed(String query) {
        Answer upload = api.call("PUT", "/files/path/rules/a.txt");

        Answer answer = api.call("GET", "/files/" + upload.text("file_id") + "/uploads?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(query.substring(0, query.indexOf('=')));
    }

    @Test
    void uploadsOfAnotherAuthorAreLeftOut() {
        api.call("PUT", "/files/path/authors/a.txt");

        assertThat(each(api.call("GET", "/uploads?prefix=authors/&author=" + UUID.randomUUID()), "name"))
                .isEmpty();
    }

    @Test
    void aViewerFindsUploadsAndCompletesNone() {
        Map<String, String> viewer = Map.of("authorization", "Bearer " + api.token(Role.VIEWER));

        assertThat(api.call("GET", "/uploads", viewer).status()).isEqualTo(200);
        Answer refused = api.send(
                "POST",
                api.address("/uploads/complete"),
                Map.of("authorization", "Bearer " + api.token(Role.VIEWER), "content-type", "application/json"),
                Optional.of(body(UUID.randomUUID().toString(), "1")));
        assertThat(refused.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "author=me", "cursor=!", "include_blocks=perhaps"})
    void aParameterThatBreaksARuleIsNamed(String query) {
        Answer answer = api.call("GET", "/uploads?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(query.substring(0, query.indexOf('=')));
    }

    @Test
    void manyUploadsAreCompletedEachWithItsOwnResult() {
        Answer sent = api.call("PUT", "/files/path/complete/sent.txt");
        api.put(sent.text("upload"), "bytes".getBytes(UTF_8));
        Answer open = api.call("PUT", "/files/path/complete/open.txt");
        String stranger = UUID.randomUUID().toString();

        Answer completed = api.post(
                "/uploads/complete", "{\"uploads\": [" + ids(sent) + "," + ids(open) + "," + id(stranger, "1") + "]}");

        assertThat(completed.status()).isEqualTo(200);
        JsonNode uploads = completed.json().at("/uploads");
        assertThat(uploads.at("/0/state").asText()).isEqualTo("committed");
        assertThat(uploads.at("/0/file/name").asText()).isEqualTo("sent.txt");
        assertThat(uploads.at("/0/file/version_id").asText()).isEqualTo(sent.text("version_id"));
        assertThat(uploads.at("/1/problem/status").asInt()).isEqualTo(409);
        assertThat(uploads.at("/1/problem/type").asText()).endsWith("/files/upload-incomplete");
        assertThat(uploads.at("/1/problem/detail").asText()).contains("send them to its link");
        assertThat(uploads.at("/2/problem/status").asInt()).isEqualTo(404);
    }

    @Test
    void completingTwiceTellsTheSame() {
        Answer sent = api.call("PUT", "/files/path/twice/a.txt");
        api.put(sent.text("upload"), "bytes".getBytes(UTF_8));
        String body = "{\"uploads\": [" + ids(sent) + "," + ids(sent) + "]}";

        JsonNode first = api.post("/uploads/complete", body).json();

        assertThat(first.at("/uploads/0")).isEqualTo(first.at("/uploads/1"));
        assertThat(api.post("/uploads/complete", body).json()).isEqualTo(first);
    }

    @Test
    void aDeletedFilesUploadIsGoneAndACancelledOneIsNotInProgress() {
        Answer deleted = api.call("PUT", "/files/path/gone/a.txt");
        api.put(deleted.text("upload"), "bytes".getBytes(UTF_8));
        api.call("GET", "/files/path/gone/a.txt");
        api.call("DELETE", "/files/path/gone/a.txt");
        Answer cancelled = api.call("PUT", "/files/path/gone/b.txt");
        api.call("DELETE", "/files/" + cancelled.text("file_id") + "/uploads/" + cancelled.text("version_id"));

        JsonNode uploads = api.post("/uploads/complete", "{\"uploads\": [" + ids(deleted) + "," + ids(cancelled) + "]}")
                .json()
                .at("/uploads");

        assertThat(uploads.at("/0/problem/status").asInt()).isEqualTo(410);
        assertThat(uploads.at("/1/problem/status").asInt()).isEqualTo(400);
        assertThat(uploads.at("/1/problem/type").asText()).endsWith("/files/no-file-upload-in-progress");
    }

    @Test
    void aPathThatIsInABatchAlreadyIsAProblemOfItsItem() {
        JsonNode uploads = api.post(
                        "/uploads",
                        "{\"paths\": [\"again/\u00e9.txt\", \"again/b.txt\", \"again/e\u0301.txt\", \"again/b.txt\","
                                + " \"again/b.txt\", \"again//\", \"again//\"]}")
                .json()
                .at("/uploads");

        assertThat(uploads.at("/0/upload").isTextual()).isTrue();
        assertThat(uploads.at("/1/upload").isTextual()).isTrue();
        assertThat(uploads.at("/2/path").asText()).isEqualTo("again/e\u0301.txt");
        assertThat(uploads.at("/2/problem/status").asInt()).isEqualTo(422);
        assertThat(uploads.at("/2/problem/detail").asText()).isEqualTo("paths: the path is already at index 0");
        assertThat(uploads.at("/3/problem/detail").asText()).isEqualTo("paths: the path is already at index 1");
        assertThat(uploads.at("/4/problem/detail").asText()).isEqualTo("paths: the path is already at index 1");
        assertThat(uploads.at("/5/problem/status").asInt()).isEqualTo(400);
        assertThat(uploads.at("/6/problem/status").asInt()).isEqualTo(400);
        assertThat(each(api.call("GET", "/uploads?prefix=again/"), "name"))
                .containsExactlyInAnyOrder("\u00e9.txt", "b.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"uploads\": []}",
                "{\"uploads\": [1]}",
                "{\"uploads\": [{\"file_id\": \"x\", \"version_id\": \"1\"}]}",
                "{\"uploads\": [{\"file_id\": \"6a1f0b1c-2f0e-4a3b-9c39-0d5a1a3f4c11\", \"version_id\": 1}]}"
            })
    void aBodyOfAnotherFormCompletesNothing(String body) {
        assertThat(api.post("/uploads/complete", body).status()).isEqualTo(422);
    }

    private static String ids(Answer link) {
        return id(link.text("file_id"), link.text("version_id"));
    }

    private static String id(String file, String version) {
        return "{\"file_id\": \"" + file + "\", \"version_id\": \"" + version + "\"}";
    }

    private static String body(String file, String version) {
        return "{\"uploads\": [" + id(file, version) + "]}";
    }

    private static List<String> each(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().at("/uploads").spliterator(), false)
                .map(upload -> upload.get(field).asText())
                .collect(Collectors.toList());
    }
}
