package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console is a page, with files whose names change with their content. */
class ConsoleTest {

    private static final Path BUILT = Path.of("target/classes/console");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/file/console/assets/[^\"]+\\.js)\"");

    @RegisterExtension
    static final WebApi api = new WebApi()
            .with("fileapi.console.client-id", "console")
            .with("fileapi.console.authority", "https://id.example.com/realms/main");

    @Test
    void isWhereTheRootLeads() {
        for (String address : List.of("/", "/file")) {
            Answer answer = get(address);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/file/console/");
        }
    }

    @Test
    void hasOnePageForAllItsAddresses() {
        String page = get("/file/console/").body();

        assertThat(page).startsWith("<!doctype html>").doesNotContain("<style", "onload=");
        assertThat(get("/file/console").body()).isEqualTo(page);
        assertThat(get("/file/console/a/b/files/folder/c.txt").body()).isEqualTo(page);
    }

    @Test
    void hasAPageThatIsAskedForAnewAndFilesThatAreKept() {
        Answer page = get("/file/console/");
        Answer script = get(script(page));

        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void isSentCompressedToThoseWhoTakeIt() {
        String address = script(get("/file/console/"));
        Answer plain = get(address);
        Answer compressed = api.send("GET", address, Map.of("accept-encoding", "gzip, br"), Optional.empty());

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.body()).isEqualTo(plain.body());
    }

    @Test
    void mayLoadAndCallNothingButItselfBlobStorageAndTheProvider() {
        String policy = get("/file/console/").header("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'")
                .containsPattern("connect-src 'self' http://127\\.0\\.0\\.1:\\d+ https://id\\.example\\.com;")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void isToldHowToSignIn() {
        Answer settings = get("/file/console/settings.json");

        assertThat(settings.text("authority")).isEqualTo("https://id.example.com/realms/main");
        assertThat(settings.text("client_id")).isEqualTo("console");
        assertThat(settings.text("cli_client_id")).isEqualTo("console");
        assertThat(settings.text("scope")).isEqualTo("openid profile email offline_access");
    }

    @Test
    void hasNoOtherFiles() {
        for (String address : List.of("/file/console/assets/none.js", "/file/console/assets/..%2Findex.html")) {
            assertThat(get(address).problem()).isEqualTo("404 /bad-request");
        }
    }

    @Test
    void isLightAtFirstSightAndWithItsUploader() throws IOException {
        assertThat(size(name -> !name.matches("UploadPanel.*|hash\\.worker.*"))).isLessThanOrEqualTo(60_000);
        assertThat(size(name -> true)).isLessThanOrEqualTo(120_000);
    }

    private static long size(Predicate<String> counted) throws IOException {
        try (Stream<Path> files = Files.walk(BUILT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> counted.test(file.getFileName().toString()))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String script(Answer page) {
        Matcher script = SCRIPT.matcher(page.body());
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private static Answer get(String address) {
        return api.send("GET", address, Map.of(), Optional.empty());
    }
}
