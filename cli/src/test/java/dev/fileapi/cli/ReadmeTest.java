package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.client.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The examples work, and the page has all commands and options. */
class ReadmeTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\./fileapi ((?:push|pull|sync|ls)\\b[^#\\n]*)");

    @RegisterExtension
    static final Product product = new Product();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../README.md"})
    void theFirstExamplesRun(String page) throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("hello.txt"), "hello");
        Cli cli = new Cli(product);
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of(page)))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        assertThat(examples).hasSize(4);

        for (String example : examples) {
            String command = example.replace("FOLDER", source.toString())
                    .replace("COPY", folder.resolve("copy").toString());
            assertThat(cli.run(command.split(" +"))).as(example + cli.err()).isZero();
        }
        assertThat(folder.resolve("copy/hello.txt")).hasContent("hello");
    }

    @Test
    void allCommandsAndTheirOptionsAreDescribed() throws IOException {
        String page = Files.readString(Path.of("README.md"));

        for (CommandLine command : FileApiCli.commandLine().getSubcommands().values()) {
            String name = command.getCommandName();
            if (!name.equals("help") && !name.equals("completion")) {
                assertThat(page).contains("`" + name);
                assertThat(command.getCommandSpec().options())
                        .extracting(option -> option.longestName())
                        .filteredOn(option -> !option.equals("--help") && !option.equals("--version"))
                        .allSatisfy(option -> assertThat(page).contains(option.equals("--recursive") ? "-r" : option));
            }
        }
    }
}
