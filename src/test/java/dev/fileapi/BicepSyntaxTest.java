package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.NodePackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bicep's compiler is in no package registry; its grammar is. */
class BicepSyntaxTest {

    @Test
    void everyFileOfTheInfrastructureIsBicep() throws Exception {
        assertThat(faults(bicepFiles())).isEmpty();
    }

    @Test
    void aFaultIsToldWithItsPlace(@TempDir Path folder) throws Exception {
        Path broken =
                Files.writeString(folder.resolve("broken.bicep"), "param x string\nresource a 'b@1' = {\n  name: \n");

        assertThat(faults(List.of(broken))).contains(broken + ":2:1");
    }

    private static List<Path> bicepFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("infra"))) {
            return files.filter(file -> file.toString().endsWith(".bicep"))
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }

    private static String faults(List<Path> files) throws IOException, InterruptedException {
        assertThat(files).isNotEmpty();
        Path installation = NodePackages.ensure(Path.of("").toAbsolutePath(), "src/test/bicep");
        List<String> command = new ArrayList<>(List.of("node", "parse.mjs"));
        files.forEach(file -> command.add(file.toString()));
        Process node = new ProcessBuilder(command)
                .directory(installation.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(output).isZero();
        return output;
    }
}
