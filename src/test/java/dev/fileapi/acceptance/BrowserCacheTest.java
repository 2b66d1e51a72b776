package dev.fileapi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.fileapi.access.Role;
import dev.fileapi.examples.Program;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Chromium, with its cache, is told what is true now: a 404 or a 410 that it kept would outlast the upload or the restore. */
class BrowserCacheTest {

    private static final Pattern PRINTED = Pattern.compile("<pre[^>]*>([^<]*)</pre>");

    /** Calls one after the other, before the page counts as loaded. */
    private static final String PAGE = """
            <!doctype html>
            <title>calls</title>
            <pre id="statuses"></pre>
            <script>
              const statuses = [];
              for (const call of "%s".split(", ")) {
                const [method, address] = call.split(" ");
                const request = new XMLHttpRequest();
                request.open(method, address, false);
                request.setRequestHeader("Authorization", "Bearer %s");
                request.send();
                statuses.push(request.status);
              }
              document.getElementById("statuses").textContent = statuses.join(" ");
            </script>
            """;

    private static final AtomicReference<String> page = new AtomicReference<>("");
    private static final HttpServer pages = servePage();

    @RegisterExtension
    static final HostExtension HOST =
            HostExtension.with(HostOptions.inMemory().withSetting("FILEAPI_HTTP_CORS_ORIGINS", origin()));

    @TempDir
    private static Path profile;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final String token = HOST.host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
    private final Caller caller = new Caller(HOST.host(), workspace, token);

    @AfterAll
    static void stopServing() {
        pages.stop(0);
    }

    @Test
    void aFileIsThereAgainOnceItIsRestored() throws Exception {
        Program.assumeInstalled("chromium");
        String byId = files() + upload("a.txt");

        assertThat(statuses("DELETE " + byId, "GET " + byId, "PUT " + byId + "?deleted=false", "GET " + byId))
                .isEqualTo("204 410 204 200");
        assertThat(statuses("DELETE " + byId, "GET " + byId)).isEqualTo("204 410");
        assertThat(statuses("PUT " + byId + "?deleted=false", "GET " + byId)).isEqualTo("204 200");
    }

    @Test
    void aFileIsThereOnceItIsUploaded() throws Exception {
        Program.assumeInstalled("chromium");
        String byPath = files() + "path/b.txt";
        assertThat(statuses("GET " + byPath)).isEqualTo("404");

        upload("b.txt");

        assertThat(statuses("GET " + byPath)).isEqualTo("200");
    }

    private String files() {
        return HOST.host().workspace(workspace) + "/files/";
    }

    /** Returns the file's id. */
    private String upload(String path) throws IOException, InterruptedException {
        Reply link = caller.upload(path);
        HttpRequest bytes = HttpRequest.newBuilder(link.link("upload"))
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(HttpRequest.BodyPublishers.ofString("bytes"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(bytes, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
        return link.text("file_id");
    }

    /** What the calls are answered with, in a browser that is started for them; its cache is that of the one before. */
    private String statuses(String... calls) throws IOException, InterruptedException {
        page.set(PAGE.formatted(String.join(", ", calls), token));
        String dom = Program.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + profile,
                        "--dump-dom",
                        origin())
                .run(profile, Map.of());
        Matcher printed = PRINTED.matcher(dom);
        assertThat(printed.find()).as(dom).isTrue();
        return printed.group(1);
    }

    private static String origin() {
        return URI.create("http://127.0.0.1:" + pages.getAddress().getPort()).toString();
    }

    private static HttpServer servePage() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] html = page.get().getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders().add("Cache-Control", "no-store");
                exchange.sendResponseHeaders(200, html.length);
                exchange.getResponseBody().write(html);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
