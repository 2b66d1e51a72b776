package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.client.Product;
import dev.fileapi.client.Product.BlobRequests;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that change while they are sent, in one request or in blocks: none becomes a version that it never was. */
class ChangingFilesTest {

    private static final int SMALL = 60_000;
    private static final int LARGE = 9 * 1024 * 1024;
    private static final BlobRequests NONE = new BlobRequests(0, 0, 0);

    @RegisterExtension
    static final Product product = new Product();

    private final Cli cli = new Cli(product);
    private final String remote = "fa:" + UUID.randomUUID();

    @TempDir
    Path folder;

    @TempDir
    Path copy;

    /** Once all bytes of a small file are on their way, they are what the plan says, and the next run sends what the file has become. */
    @ParameterizedTest
    @CsvSource({
        "SHORTER, false, 1",
        "LONGER, false, 0",
        "OTHER, false, 1",
        "REPLACED, false, 0",
        "LONGER, true, 1",
        "REPLACED, true, 1"
    })
    void aFileThatChangesWhileItIsSent(Change change, boolean isLarge, int status) throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[isLarge ? LARGE : SMALL]);
        CompletableFuture<Integer> push = CompletableFuture.supplyAsync(
                () -> cli.run("push", folder.toString(), remote, "--limit-rate", isLarge ? "16M" : "100k"));
        while (!push.isDone() && product.blobRequests().equals(NONE)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }

        change.happensTo(file);

        assertThat(push.get()).as(cli.err()).isEqualTo(status);
        assertThat(cli.run("stat", remote + "/a")).isEqualTo(status == 0 ? ExitStatus.OK : ExitStatus.NOT_FOUND);
        assertThat(cli.run("push", folder.toString(), remote)).isZero();
        assertThat(cli.err()).contains("1 transferred");
        assertThat(cli.run("pull", remote, copy.toString())).isZero();
        assertThat(copy.resolve("a")).hasSameBinaryContentAs(file);
    }

    enum Change {
        SHORTER {
            @Override
            void happensTo(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(1);
                }
            }
        },
        LONGER {
            @Override
            void happensTo(Path file) throws IOException {
                Files.writeString(file, "more", StandardOpenOption.APPEND);
            }
        },
        OTHER {
            @Override
            void happensTo(Path file) throws IOException {
                byte[] content = Files.readAllBytes(file);
                content[content.length - 1] = 1;
                Files.write(file, content);
            }
        },
        REPLACED {
            @Override
            void happensTo(Path file) throws IOException {
                Path other = Files.write(file.resolveSibling(".fileapi-other.part"), new byte[1]);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
        };

        abstract void happensTo(Path file) throws IOException;
    }
}
