package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the clients of the public API are used to. */
class ServingExistingClients {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void booleansInCapitals() {
        uploaded("booleans.txt");

        for (String yes : List.of("True", "true")) {
            assertThat(api.call("GET", "/files/path/booleans.txt?include_versions=" + yes)
                            .json()
                            .get("versions"))
                    .hasSize(1);
        }
        for (String no : List.of("False", "false")) {
            assertThat(api.call("GET", "/files/path/booleans.txt?include_versions=" + no)
                            .json()
                            .get("versions")
                            .isNull())
                    .isTrue();
        }
        assertThat(api.call("GET", "/files?deleted=TRUE").problem()).isEqualTo("422 /validation");
    }

    @Test
    void aVersionIdIsAStringThatComesBackAsAParameter() {
        Answer link = uploaded("version.txt");
        assertThat(link.json().get("version_id").isTextual()).isTrue();

        for (String name : List.of("version_id", "version")) {
            JsonNode file = api.call("GET", "/files/path/version.txt?" + name + "=" + link.text("version_id"))
                    .json();
            assertThat(file.get("version_id").isTextual()).isTrue();
            assertThat(file.get("version_id").asText()).isEqualTo(link.text("version_id"));
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
            assertThat(names("/files?file_name=dates&" + both)).as(both).containsExactly("dates.txt");
        }
        assertThat(names("/files?file_name=dates&created_at=" + from + "&created_at=" + later))
                .isEmpty();
    }

    @Test
    void plusAndPercentInPaths() {
        uploaded("odd/a+b%2Bc%25d%20e%E2%82%AC.txt");

        Answer file = api.call("GET", "/files/path/odd/a+b%2Bc%25d%20e%E2%82%AC.txt");

        assertThat(file.text("name")).isEqualTo("a+b+c%d e€.txt");
        assertThat(file.text("path")).isEqualTo("/odd/");
        assertThat(api.get(file.text("download"))).isEqualTo("content".getBytes(UTF_8));
        assertThat(api.call("GET", "/files/path/odd/a%20b%2Bc%25d%20e%E2%82%AC.txt")
                        .problem())
                .isEqualTo("404 /files/not-found");
    }

    @Test
    void anEmptyFileIsAnEmptyBlockListWithoutAServiceVersion() {
        Answer link = api.call("PUT", "/files/path/empty.txt");

        assertThat(commitEmptyList(link.text("upload"))).isEqualTo(201);

        Answer file = api.call("GET", "/files/path/empty.txt");
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        assertThat(file.json().get("size").asInt()).isZero();
        assertThat(api.get(file.text("download"))).isEmpty();
    }

    @Test
    void aRestoredFileWhosePathIsTakenComesWithItsNewName() {
        Answer first = uploaded("reports/report.csv");
        api.call("DELETE", "/files/path/reports/report.csv");
        assertThat(api.call("PUT", "/files/" + first.text("file_id") + "?deleted=False")
                        .status())
                .isEqualTo(204);
        api.call("DELETE", "/files/" + first.text("file_id"));
        Answer second = uploaded("reports/report.csv");

        Answer restored = api.call("PUT", "/files/" + first.text("file_id") + "?deleted=False");

        assertThat(restored.status()).as(restored.toString()).isEqualTo(303);
        assertThat(restored.text("file_id")).isEqualTo(first.text("file_id"));
        assertThat(restored.text("name")).startsWith("report (restored").endsWith(".csv");
        assertThat(restored.header("Location")).isEqualTo(restored.text("self"));
        assertThat(api.get(restored.text("download"))).isEqualTo("content".getBytes(UTF_8));
        assertThat(api.call("GET", "/files/path/reports/report.csv").text("file_id"))
                .isEqualTo(second.text("file_id"));
    }

    private static List<String> names(String list) {
        Answer page = api.call("GET", list);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json().get("files").findValuesAsText("name").stream()
                .filter(name -> name.endsWith(".txt"))
                .toList();
    }

    private static Answer uploaded(String path) {
        Answer link = api.call("PUT", "/files/path/" + path);
        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        assertThat(api.put(link.text("upload"), "content".getBytes(UTF_8))).isEqualTo(201);
        assertThat(api.call("GET", "/files/path/" + path).status()).isEqualTo(200);
        return link;
    }

    private static int commitEmptyList(String link) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(link + "&comp=blocklist"))
                .PUT(HttpRequest.BodyPublishers.ofString("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList />"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
