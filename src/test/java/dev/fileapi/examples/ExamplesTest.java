package dev.fileapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.NodePackages;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each example uploads two versions of a file of its own, lists them and downloads one. */
class ExamplesTest {

    @RegisterExtension
    static final ExampleHost HOST = new ExampleHost();

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Pattern UPLOADED = Pattern.compile("Uploaded version (\\d+)");

    @Test
    void curl() throws Exception {
        Program.assumeInstalled("bash", "curl", "jq");

        String output = Program.of("bash", "examples/curl/versions.sh").run(PROJECT, HOST.environment());

        assertThat(output)
                .contains("Listed /examples/curl.txt, 15 bytes")
                .contains("Downloaded: first version")
                .contains("Versions, newest first: " + newestFirst(output));
        assertThat(HOST.file("examples/curl.txt?include_versions=true")).contains(uploaded(output));
    }

    @Test
    void python() throws Exception {
        Program.assumeInstalled("python3");

        String output = Program.of("python3", "examples/python/versions.py").run(PROJECT, HOST.environment());

        assertThat(output)
                .contains("Listed /examples/python.txt, 15 bytes")
                .contains("Downloaded: first version")
                .contains("Versions, newest first: " + newestFirst(output));
        assertThat(HOST.file("examples/python.txt?include_versions=true")).contains(uploaded(output));
    }

    @Test
    void java() throws Exception {
        String output =
                Program.of(Program.java(), "examples/java/Versions.java").run(PROJECT, HOST.environment());

        assertThat(output)
                .containsPattern("Listed [1-9]\\d* files")
                .contains("Downloaded: first version")
                .contains("Versions, newest first: " + newestFirst(output));
        assertThat(HOST.file("examples/java.txt?include_versions=true")).contains(uploaded(output));
    }

    /** In the DOM of jsdom, whose requests obey CORS as a browser's do. */
    @Test
    void browser() throws Exception {
        Path javaScript = NodePackages.ensure(PROJECT, "src/test/javascript");

        String output = Program.of(
                        "node",
                        "page.mjs",
                        PROJECT.resolve("examples/browser/index.html").toString())
                .run(javaScript, HOST.environment());

        assertThat(output)
                .contains("Listed browser.txt 14 bytes 2 versions")
                .contains("Downloaded: second version")
                .doesNotContain("Error");
        assertThat(HOST.file("examples/browser.txt?include_versions=true")).contains(uploaded(output));
    }

    private static List<String> uploaded(String output) {
        List<String> versions = UPLOADED.matcher(output)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(versions).as(output).hasSize(2);
        return versions;
    }

    private static String newestFirst(String output) {
        List<String> versions = uploaded(output);
        return versions.get(1) + " " + versions.get(0);
    }
}
