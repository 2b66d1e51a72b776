package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineDownloadsTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aPictureIsShownWhenThatIsAskedFor() throws Exception {
        String id = upload("pictures/cat.png");

        for (String address : new String[] {"/files/path/pictures/cat.png", "/files/" + id}) {
            assertSent(address + "?disposition=inline", "inline", "image/png");
            assertSent(address + "?disposition=attachment", "attachment", "image/png");
            assertSent(address + "?disposition=", "attachment", "image/png");
            assertSent(address, "attachment", "image/png");
        }
    }

    @Test
    void aPageIsSaved() throws Exception {
        upload("pages/cat.html");

        assertSent("/files/path/pages/cat.html?disposition=inline", "attachment", "text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inline", "inline;", "form-data", "attachment, inline"})
    void noOtherDispositionIsKnown(String disposition) {
        Answer refusal = api.call(
                "GET",
                "/files/path/a.txt?disposition="
                        + disposition.replace(" ", "%20").replace(";", "%3B"));

        assertThat(refusal.problem()).isEqualTo("422 /validation");
        assertThat(refusal.text("detail")).isEqualTo("disposition: must be attachment or inline");
    }

    private void assertSent(String address, String disposition, String type) throws IOException, InterruptedException {
        HttpHeaders sent = http.send(
                        HttpRequest.newBuilder(
                                        URI.create(api.call("GET", address).text("download")))
                                .build(),
                        BodyHandlers.discarding())
                .headers();
        String name = address.contains("html") ? "cat.html" : "cat.png";
        assertThat(sent.firstValue("content-disposition"))
                .contains(disposition + "; filename=\"%s\"; filename*=UTF-8''%s".formatted(name, name));
        assertThat(sent.firstValue("content-type")).contains(type);
    }

    @Test
    void eachFileOfABatchHasItsOwn() {
        String id = upload("batches/cat.png");
        String item = "{\"file_id\": \"" + id + "\", \"disposition\": ";

        Answer batch = api.post(
                "/downloads",
                "{\"files\": [" + item + "\"inline\"}, " + item + "\"attachment\"}, " + item + "null}, {\"file_id\": \""
                        + id + "\"}]}");

        assertThat(batch.json().get("downloads"))
                .extracting(file -> file.get("download").asText())
                .satisfiesExactly(
                        link -> assertThat(link).contains("rscd=inline"),
                        link -> assertThat(link).contains("rscd=attachment"),
                        link -> assertThat(link).contains("rscd=attachment"),
                        link -> assertThat(link).contains("rscd=attachment"));
        Answer refusal = api.post("/downloads", "{\"files\": [" + item + "\"shown\"}]}");
        assertThat(refusal.problem()).isEqualTo("422 /validation");
        assertThat(refusal.text("detail")).isEqualTo("disposition: must be attachment or inline");
    }

    /** Returns the file's id. */
    private static String upload(String path) {
        Answer link = api.call("PUT", "/files/path/" + path);
        assertThat(api.put(link.text("upload"), "bytes".getBytes(UTF_8))).isEqualTo(201);
        return link.text("file_id");
    }
}
