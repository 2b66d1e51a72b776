package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.client.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A folder of this machine, and one of the workspace that no other test uses. */
abstract class SyncTestBase {

    @RegisterExtension
    static final Product product = new Product();

    final Cli cli = new Cli(product);
    final String remote = "fa:" + UUID.randomUUID();

    @TempDir
    Path temporary;

    Tree here = new Tree(Path.of(""));

    @BeforeEach
    void makeFolder() throws IOException {
        here = new Tree(Files.createDirectory(temporary.resolve("here")));
    }

    final void push(String... options) {
        String[] command = Stream.concat(Stream.of("push", here.folder().toString(), remote), Stream.of(options))
                .toArray(String[]::new);
        assertThat(cli.run(command)).as(cli.err()).isZero();
    }
}
