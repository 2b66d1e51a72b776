package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What tells people which commands there are. */
class HelpTest {

    /** Commands whose texts are the library's. */
    private static final List<String> OF_PICOCLI = List.of("help", "completion");

    @TempDir
    Path folder;

    @Test
    void everyCommandHasAManPageWithItsOptions() throws IOException {
        ManPages.write(folder, "1.2.3");

        for (CommandSpec command : all(FileApiCli.commandLine())) {
            assertThat(command.usageMessage().description()).as(command.name()).isNotEmpty();
            String description = OF_PICOCLI.contains(command.name())
                    ? ""
                    : command.usageMessage().description()[0];
            assertThat(folder.resolve(command.qualifiedName("-") + ".adoc"))
                    .content()
                    .contains(description, "fileapi 1.2.3")
                    .contains(command.options().stream()
                            .map(option -> "*" + option.longestName() + "*")
                            .toList());
        }
    }

    @Test
    void theLauncherHandsOnAndListsAllCommands() throws IOException {
        String launcher = Files.readString(Path.of("../fileapi"));
        String list = Files.readString(Path.of("../src/local/java/dev/fileapi/local/commands/FileApi.java"));

        assertThat(FileApiCli.commandLine().getSubcommands().keySet().stream()
                        .filter(Predicate.not(OF_PICOCLI::contains)))
                .allSatisfy(name -> {
                    assertThat(launcher).containsPattern("\\[\\[ \"[a-z ]* " + name + " [a-z ]*\" == ");
                    assertThat(list).contains("Map.entry(\"" + name + "\", ");
                });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bashCompletesCommandsAndOptions() throws IOException {
        StringWriter script = new StringWriter();
        FileApiCli.commandLine().setOut(new PrintWriter(script, true)).execute("completion");
        Path file = Files.writeString(folder.resolve("completion"), script.toString());

        assertThat(completed(file, "fileapi", "log")).containsExactly("login", "logout");
        assertThat(completed(file, "fileapi", "sync", "--delete")).containsExactly("--delete", "--delete-limit");
        assertThat(completed(file, "fileapi", "uploads", "re")).containsExactly("resume");
    }

    private static List<CommandSpec> all(CommandLine line) {
        return Stream.concat(
                        Stream.of(line.getCommandSpec()),
                        line.getSubcommands().values().stream().flatMap(each -> all(each).stream()))
                .toList();
    }

    /** Returns what bash offers after these words. */
    private static List<String> completed(Path script, String... words) throws IOException {
        String ask = "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _complete_fileapi 2> /dev/null;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";
        List<String> command = Stream.concat(Stream.of("bash", "-c", ask, script.toString()), Stream.of(words))
                .toList();
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
