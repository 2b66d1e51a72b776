package dev.fileapi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import dev.fileapi.local.functions.RawHttp;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the clients of the public API are used to. */
abstract class ExistingClientsTestBase {

    private final LinkHolder blobs = new LinkHolder();
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    @Test
    void booleansInCapitals() {
        uploaded("booleans.txt");

        for (String yes : List.of("True", "true")) {
            assertThat(client().read("booleans.txt?include_versions=" + yes).at("versions"))
                    .hasSize(1);
        }
        for (String no : List.of("False", "false")) {
            assertThat(client().read("booleans.txt?include_versions=" + no)
                            .at("versions")
                            .isNull())
                    .isTrue();
        }
        Reply refused = client().send("GET", "/files?deleted=TRUE");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).endsWith("/validation");
    }

    @Test
    void theHealthCheckTakesThemToo() throws IOException {
        RawAnswer health =
                new RawHttp(host().address()).get("/file/health_check?full=True&check_dependencies=True&strict=False");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"dependencies\":{");
    }

    @Test
    void aVersionIdIsAStringThatComesBackAsAParameter() {
        Reply link = uploaded("version.txt");
        assertThat(link.at("version_id").isTextual()).isTrue();

        for (String name : List.of("version_id", "version")) {
            Reply file = client().read("version.txt?" + name + "=" + link.text("version_id"));
            assertThat(file.at("version_id")).isEqualTo(link.at("version_id"));
        }
    }

    @Test
    void twoDatesRepeatedOrJoinedByAComma() {
        uploaded("dates.txt");
        String from = "gte%3A" + Instant.now().minusSeconds(60);
        String to = "lt%3A" + Instant.now().plusSeconds(60).toString().replace("Z", "%2B00%3A00");
        String later = "gt%3A" + Instant.now().plusSeconds(60);

        for (String both : List.of(
                "created_at=" + from + "&created_at=" + to,
                "created_at=" + from + "," + to,
                "created_at=" + from + "%2C" + to)) {
            assertThat(names(both)).as(both).containsExactly("dates.txt");
        }
        assertThat(names("created_at=" + from + "&created_at=" + later)).isEmpty();
    }

    @Test
    void plusAndPercentInPaths() {
        uploaded("odd/a+b%2Bc%25d%20e%E2%82%AC.txt");

        Reply file = client().read("odd/a+b%2Bc%25d%20e%E2%82%AC.txt");

        assertThat(file.text("name")).isEqualTo("a+b+c%d e€.txt");
        assertThat(file.text("path")).isEqualTo("/odd/");
        assertThat(download(file)).isEqualTo("content");
        assertThat(client().read("odd/a%20b%2Bc%25d%20e%E2%82%AC.txt").status()).isEqualTo(404);
    }

    /** Who encodes the path as one segment encodes the slashes, too. */
    @Test
    void encodedSlashesInPaths() {
        Reply link = uploaded("folder%2Fin%20a%2Ffolder.txt");

        Reply file = client().read("folder/in%20a/folder.txt");

        assertThat(file.at("file_id")).isEqualTo(link.at("file_id"));
        assertThat(file.text("path")).isEqualTo("/folder/in a/");
    }

    @Test
    void blocksWithoutAServiceVersion() {
        Reply link = client().upload("blocks.bin");

        assertThat(blobs.stage(link.link("upload"), "0001", "first ").statusCode())
                .isEqualTo(201);
        assertThat(blobs.stage(link.link("upload"), "0002", "second").statusCode())
                .isEqualTo(201);
        assertThat(blobs.commit(link.link("upload"), "0001", "0002").statusCode())
                .isEqualTo(201);

        assertThat(download(client().read("blocks.bin"))).isEqualTo("first second");
    }

    @Test
    void linksOfPagesAreFollowedAsTheyAre() {
        List<String> names = List.of("a+b.txt", "c d.txt", "e%f.txt");
        names.forEach(name -> uploaded(name.replace("%", "%25").replace(" ", "%20")));
        List<String> listed = new ArrayList<>();
        Reply page = client().send("GET", "/files?limit=1&file_name=.TXT&deleted=False");
        listed.addAll(page.each("files", "name"));
        while (!page.at("links").get("next").isNull()) {
            String next = page.at("links").get("next").asText();
            page = client().send("GET", next.substring(next.indexOf("/files?")));
            assertThat(page.at("links").get("self").asText()).isEqualTo(next);
            listed.addAll(page.each("files", "name"));
        }

        assertThat(listed).isEqualTo(names);
        assertThat(page.at("links").get("prev").asText()).contains("offset=1");
    }

    @Test
    void anEmptyFileIsAnEmptyBlockListWithoutAServiceVersion() {
        Reply link = client().upload("empty.txt");

        assertThat(blobs.commit(link.link("upload")).statusCode()).isEqualTo(201);

        Reply file = client().read("empty.txt");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.at("size").asInt()).isZero();
        assertThat(download(file)).isEmpty();
    }

    @Test
    void aRestoredFileWhosePathIsTakenComesWithItsNewName() {
        String first = uploaded("reports/report.csv").text("file_id");
        client().send("DELETE", "/files/path/reports/report.csv");
        assertThat(client().send("PUT", "/files/" + first + "?deleted=False").status())
                .isEqualTo(204);
        client().send("DELETE", "/files/" + first);
        String second = uploaded("reports/report.csv").text("file_id");

        Reply restored = client().send("PUT", "/files/" + first + "?deleted=False");

        assertThat(restored.status()).isEqualTo(303);
        assertThat(restored.text("file_id")).isEqualTo(first);
        assertThat(restored.text("name")).startsWith("report (restored").endsWith(".csv");
        assertThat(restored.answer().header("Location")).containsExactly(restored.text("self"));
        assertThat(download(restored)).isEqualTo("content");
        String location = restored.answer().header("Location").get(0);
        assertThat(client().send("GET", location.substring(location.indexOf("/files/")))
                        .text("name"))
                .isEqualTo(restored.text("name"));
        assertThat(client().read("reports/report.csv").text("file_id")).isEqualTo(second);
    }

    private List<String> names(String filter) {
        Reply page = client().send("GET", "/files?" + filter);
        assertThat(page.status()).isEqualTo(200);
        return page.each("files", "name");
    }

    private Reply uploaded(String path) {
        Reply link = client().upload(path);
        assertThat(blobs.put(link.link("upload"), "content").statusCode()).isEqualTo(201);
        assertThat(client().read(path).status()).isEqualTo(200);
        return link;
    }

    private String download(Reply file) {
        return new String(blobs.get(file.link("download")).body(), UTF_8);
    }

    private Caller client() {
        String token = host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
        return new Caller(host(), workspace, token);
    }
}
