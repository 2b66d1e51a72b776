package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.NodePackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The description can be used by the tools of others: linters, and the validator that most packages of npm are built on. */
class OpenApiToolsTest {

    private static final Path DESCRIPTION =
            Path.of("src/main/resources/openapi/file-api-v2.yaml").toAbsolutePath();

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void redoclyFindsNoError() throws Exception {
        run(List.of("node_modules/.bin/redocly", "lint", "--extends=recommended", DESCRIPTION.toString()), "");
    }

    @Test
    void spectralFindsNoError() throws Exception {
        run(List.of("node_modules/.bin/spectral", "lint", "--ruleset", ".spectral.yaml", DESCRIPTION.toString()), "");
    }

    @Test
    void ajvCompilesEverySchemaAndAcceptsAnswers() throws Exception {
        Answer link = api.call("PUT", "/files/path/tools/a.txt");
        Answer staged = api.call("PUT", "/files/path/tools/b.txt");
        api.put(staged.text("upload") + "&comp=block&blockid=MDAwMQ==", "block".getBytes(UTF_8));
        api.put(link.text("upload"), "bytes".getBytes(UTF_8));
        String uploads = "/files/" + staged.text("file_id") + "/uploads";
        String answers = Stream.of(
                        line("UploadFileResponse", link),
                        line("DownloadFileResponse", api.call("GET", "/files/path/tools/a.txt")),
                        line("DownloadFileResponse", api.call("GET", "/files/path/tools/a.txt?include_versions=true")),
                        line("ListFilesResponse", api.call("GET", "/files?delimiter=/&prefix=tools/")),
                        line("ListFilesResponse", api.call("GET", "/files?cursor=")),
                        line("UploadListResponse", api.call("GET", "/uploads?include_blocks=true")),
                        line("Upload", api.call("GET", uploads + "/" + staged.text("version_id"))),
                        line("UploadBatchResponse", api.post("/uploads", "{\"paths\": [\"c.txt\", \"//\"]}")),
                        line("Problem", api.call("GET", "/files/" + UUID.randomUUID())),
                        line("Problem", api.call("GET", "/files?limit=0")))
                .collect(Collectors.joining("\n"));

        String output = run(List.of("node", "validate.mjs", DESCRIPTION.toString()), answers);

        assertThat(output).contains("answers: 10");
    }

    private static String line(String schema, Answer answer) {
        return "{\"schema\": \"" + schema + "\", \"answer\": " + answer.json() + "}";
    }

    private static String run(List<String> command, String input) throws IOException, InterruptedException {
        Path installation = NodePackages.ensure(Path.of("").toAbsolutePath(), "src/test/openapi");
        Process tool = new ProcessBuilder(command)
                .directory(installation.toFile())
                .redirectErrorStream(true)
                .start();
        tool.getOutputStream().write(input.getBytes(UTF_8));
        tool.getOutputStream().close();
        String output = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(output).isZero();
        return output;
    }
}
