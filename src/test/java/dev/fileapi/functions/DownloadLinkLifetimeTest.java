package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a caller may make a download link valid. */
class DownloadLinkLifetimeTest {

    private static final Pattern END = Pattern.compile("[?&]se=([^&]+)");

    @RegisterExtension
    static final WebApi api = new WebApi().with("fileapi.files.max-download-link-lifetime", "PT2H");

    @Test
    void aLinkEndsWhenItsCallerSays() throws Exception {
        String id = upload("lifetimes/a.txt");

        for (String address : new String[] {"/files/path/lifetimes/a.txt", "/files/" + id}) {
            assertEndsAfter(
                    Duration.ofMinutes(1),
                    api.call("GET", address + "?expires_in=60").text("download"));
            assertEndsAfter(
                    Duration.ofHours(2),
                    api.call("GET", address + "?expires_in=7200").text("download"));
            assertEndsAfter(Duration.ofMinutes(30), api.call("GET", address).text("download"));
        }
        String link = api.call("GET", "/files/" + id + "?expires_in=7200").text("download");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("bytes");
    }

    @Test
    void eachLinkOfABatchEndsByItself() {
        String id = upload("lifetimes/b.txt");
        String item = "{\"file_id\": \"" + id + "\"";

        Answer batch = api.post(
                "/downloads",
                "{\"files\": [" + item + ", \"expires_in\": 60}, " + item + ", \"expires_in\": null}, " + item + "}]}");

        assertEndsAfter(
                Duration.ofMinutes(1), batch.json().at("/downloads/0/download").asText());
        assertEndsAfter(
                Duration.ofMinutes(30), batch.json().at("/downloads/1/download").asText());
        assertEndsAfter(
                Duration.ofMinutes(30), batch.json().at("/downloads/2/download").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"59", "7201", "0", "-60", "60.5", "6e1", "99999999999999999999", "\"60\"", "true"})
    void anotherLifetimeIsRefused(String lifetime) {
        String detail = "expires_in: must be a whole number of seconds from 60 to 7200";

        Answer batch = api.post("/downloads", "{\"files\": [{\"path\": \"a.txt\", \"expires_in\": " + lifetime + "}]}");
        assertThat(batch.problem()).isEqualTo("422 /validation");
        assertThat(batch.text("detail")).isEqualTo(detail);

        Answer read = api.call("GET", "/files/path/a.txt?expires_in=" + lifetime.replace("\"", "%22"));
        assertThat(read.problem()).isEqualTo("422 /validation");
        assertThat(read.text("detail")).isEqualTo(detail);
    }

    private static void assertEndsAfter(Duration lifetime, String link) {
        Matcher end = END.matcher(link);
        assertThat(end.find()).isTrue();
        assertThat(Instant.parse(end.group(1).replace("%3A", ":")))
                .isCloseTo(Instant.now().plus(lifetime), within(10, ChronoUnit.SECONDS));
    }

    /** Returns the file's id. */
    private static String upload(String path) {
        Answer link = api.call("PUT", "/files/path/" + path);
        assertThat(api.put(link.text("upload"), "bytes".getBytes(UTF_8))).isEqualTo(201);
        return link.text("file_id");
    }
}
