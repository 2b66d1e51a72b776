package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list finds files by what was told of them, from the upload to the page. */
class FilesByTagAndChecksumTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    /** Its SHA-256 has a plus sign and a slash in base64. */
    private static final String CONTENT = "content 6";

    @BeforeAll
    static void upload() {
        upload("a/1.csv", CONTENT, "{\"site\": \"north\", \"job\": \"a, b\"}");
        upload("a/2.csv", "two", "{\"site\": \"north\"}");
        upload("b/3.csv", CONTENT, "{\"site\": \"south\"}");
        upload("top.csv", "top", "{\"site\": \"north\"}");
        UploadFileTest.uploaded(api, "plain.csv", "plain");
    }

    private static void upload(String path, String content, String tags) {
        Answer link = api.json("PUT", "/files/path/" + path, """
                {"checksum": {"algorithm": "sha-256", "value": "%s"}, "tags": %s}""".formatted(sha256(content), tags));
        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        api.put(link.text("upload"), content.getBytes(UTF_8));
        api.call("GET", "/files/path/" + path);
    }

    private static String sha256(String content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has it", e);
        }
    }

    @Test
    void byTags() {
        assertThat(listed("tag=site:north")).containsExactly("1.csv", "2.csv", "top.csv");
        assertThat(listed("tag=site:north&tag=job:a,+b")).containsExactly("1.csv");
        assertThat(listed("tag=site%3Asouth&order_by=desc:name")).containsExactly("3.csv");
        assertThat(listed("tag=site:west")).isEmpty();
    }

    @Test
    void byChecksumHoweverItIsWritten() {
        String base64 = sha256(CONTENT);
        assertThat(base64).contains("+").contains("/");

        assertThat(listed("checksum=sha-256:" + base64)).containsExactly("1.csv", "3.csv");
        assertThat(listed("checksum=sha-256:" + base64.replace("+", "%2B"))).containsExactly("1.csv", "3.csv");
        assertThat(listed("checksum=sha-256:"
                        + base64.replace('+', '-').replace('/', '_').replace("=", "")))
                .containsExactly("1.csv", "3.csv");
        assertThat(listed("checksum=sha-256:" + base64 + "&tag=site:north")).containsExactly("1.csv");
        assertThat(listed("checksum=sha-256:" + sha256("another"))).isEmpty();
    }

    @Test
    void pageByPage() {
        for (String paging : List.of("limit=1", "limit=1&cursor=")) {
            assertThat(listed("tag=site:north&" + paging)).containsExactly("1.csv", "2.csv", "top.csv");
            assertThat(listed("checksum=sha-256:" + sha256(CONTENT) + "&" + paging))
                    .containsExactly("1.csv", "3.csv");
        }
    }

    @Test
    void inOneLevel() {
        JsonNode level = api.call("GET", "/files?delimiter=/&tag=site:north").json();

        assertThat(level.get("folders")).extracting(JsonNode::asText).containsExactly("a/");
        assertThat(level.get("files"))
                .extracting(file -> file.get("name").asText())
                .containsExactly("top.csv");
    }

    private static List<String> listed(String query) {
        List<String> names = new ArrayList<>();
        String next = api.origin() + api.address("/files?" + query);
        while (!next.equals("null")) {
            Answer page = api.send(
                    "GET",
                    next.substring(api.origin().length()),
                    Map.of("authorization", "Bearer " + api.token(Role.VIEWER)),
                    Optional.empty());
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.json().get("files").forEach(file -> names.add(file.get("name").asText()));
            next = page.json().get("links").get("next").asText();
        }
        return names;
    }
}
