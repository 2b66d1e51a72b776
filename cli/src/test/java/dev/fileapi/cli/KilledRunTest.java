package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.client.Product;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run that was ended goes on when it is started again. */
class KilledRunTest {

    private static final int FILES = 60;
    private static final int BYTES = 4_096;
    private static final int PARALLEL = 4;

    @RegisterExtension
    static final Product product = new Product();

    private final String remote = "fa:" + UUID.randomUUID();

    @TempDir
    Path temporary;

    @Test
    void whatWasSentBeforeItWasKilledIsNotSentAgain() throws Exception {
        Tree here = new Tree(Files.createDirectory(temporary.resolve("here")));
        for (int i = 0; i < FILES; i++) {
            here.write("d" + i % 7 + "/" + i, String.format("%0" + BYTES + "d", i));
        }
        int kills = 0;
        while (product.blobsWritten().size() < FILES / 2) {
            int before = product.blobsWritten().size();
            Process push = start(here);
            while (push.isAlive() && product.blobsWritten().size() < before + FILES / 5) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            push.destroyForcibly().waitFor();
            kills++;
        }
        Cli cli = new Cli(product);

        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete"))
                .isZero();

        assertThat(kills).isGreaterThan(1);
        assertThat(product.blobsWritten()).hasSizeBetween(FILES, FILES + kills * PARALLEL);
        Path copy = temporary.resolve("copy");
        assertThat(cli.run("pull", remote, copy.toString())).isZero();
        assertThat(new Tree(copy).files()).isEqualTo(here.files());
    }

    private Process start(Tree here) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FileApiCli.class.getName(),
                "sync",
                here.folder().toString(),
                remote,
                "--delete",
                "--parallel",
                String.valueOf(PARALLEL),
                "--limit-rate",
                "200k",
                "--url",
                product.url().toString());
        command.environment().put("FILEAPI_TOKEN", product.token());
        return command.redirectErrorStream(true)
                .redirectOutput(new File("target/killed-run.log"))
                .start();
    }
}
