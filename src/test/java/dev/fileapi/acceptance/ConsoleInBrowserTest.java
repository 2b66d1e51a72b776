package dev.fileapi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fileapi.access.Role;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs the tests of {@code src/console/test}: the console and its uploader in Chromium, against a running service and real blob storage. On a
 * machine without Chromium they are left out; {@code CHROMIUM} names it where it is in another place.
 */
class ConsoleInBrowserTest {

    private static final Path CONSOLE = Path.of("target/console").toAbsolutePath();

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory());

    private static String chromium = "";

    @BeforeAll
    static void findChromium() {
        Optional<String> found = Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst();
        assumeTrue(found.isPresent(), "Chromium is not installed: the console is not tested in a browser");
        chromium = found.get();
    }

    @Test
    void theUploaderKeepsItsPromises() throws Exception {
        run("uploader.test.mjs");
    }

    @Test
    void theConsoleDoesWhatItsButtonsSay() throws Exception {
        run("console.test.mjs");
    }

    private static void run(String tests) throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec", "test/" + tests)
                .directory(CONSOLE.resolve("src/console").toFile())
                .redirectErrorStream(true);
        node.environment()
                .putAll(Map.of(
                        "CHROMIUM", chromium,
                        "FILEAPI_WORKSPACE", HOST.host().workspace().toString(),
                        "FILEAPI_TOKEN", HOST.host().token(Role.EDITOR),
                        "UPLOADER_PAGE", CONSOLE.resolve("test-page").toString()));
        Process running = node.start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
        assertThat(output).contains("fail 0").doesNotContain("pass 0");
    }
}
