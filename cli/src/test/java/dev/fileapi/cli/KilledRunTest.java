package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fileapi.client.Product;
import dev.fileapi.client.Product.BlobRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run that was ended goes on when it is started again. How often a run is killed, and when, is told by the system properties kills and seed. */
class KilledRunTest {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final long SEED = Long.getLong("seed", 1);
    private static final int PARALLEL = 4;

    private static final int SMALL = 30 * KILLS;
    private static final int SMALL_BYTES = 4_096;
    private static final int LARGE = 1 + KILLS / 4;
    /** Three blocks, the last of which is not full. */
    private static final int LARGE_BYTES = 17 * 1024 * 1024;

    private static final int BLOCKS = 3;
    private static final int REQUESTS = SMALL + LARGE * BLOCKS;
    private static final int LONGEST_WAIT_MILLIS = 100;
    private static final Duration LONG = Duration.ofMinutes(2);

    @RegisterExtension
    static final Product product = new Product();

    private final Random random = new Random(SEED);
    private final Cli cli = new Cli(product);
    private final String remote = "fa:" + UUID.randomUUID();

    @TempDir
    Path temporary;

    private Path here = Path.of("");
    private Path copy = Path.of("");
    private Path checkpoint = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        here = Files.createDirectory(temporary.resolve("here"));
        copy = temporary.resolve("copy");
        checkpoint = temporary.resolve("checkpoint");
    }

    @Test
    void whatWasMovedBeforeItWasKilledIsNotMovedAgain() throws Exception {
        for (int i = 0; i < SMALL; i++) {
            write("d" + i % 7 + "/" + i, SMALL_BYTES);
        }
        for (int i = 0; i < LARGE; i++) {
            write("large" + i, LARGE_BYTES);
        }

        int kills = killed("sync", here.toString(), remote, "--delete");
        BlobRequests sent = product.blobRequests();
        assertThat(sent.files()).isBetween(SMALL, SMALL + kills * PARALLEL);
        assertThat(sent.blocks()).isBetween(LARGE * BLOCKS, LARGE * BLOCKS + kills * PARALLEL);

        kills = killed("sync", remote, copy.toString(), "--delete");
        int received = product.blobRequests().reads() - sent.reads();
        assertThat(received).isBetween(REQUESTS, REQUESTS + kills * PARALLEL);
        assertThat(difference()).isEmpty();
        System.out.printf("%s, then %d reads, seed %d%n", sent, received, SEED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunThatIsInterruptedEndsInOrder() throws Exception {
        // a shell ignores the signal for what it starts in the background, and Java then does so too
        String ignored =
                Files.readString(Path.of("/proc/self/status")).replaceAll("(?s).*SigIgn:\\s*([0-9a-f]+).*", "$1");
        assumeThat(Long.parseUnsignedLong(ignored, 16) & 2).isZero();
        write("a", LARGE_BYTES / 8);
        assertThat(cli.run("push", here.toString(), remote)).isZero();
        String[] pull = {"pull", remote, copy.toString(), "--limit-rate", "500k"};
        ChildRun run = ChildRun.start(product.url(), product.token(), "256m", pull);
        while (run.isAlive() && parts() == 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        new ProcessBuilder("kill", "-INT", String.valueOf(run.pid())).start().waitFor();

        assertThat(run.await(LONG)).isEqualTo(130);
        assertThat(run.output()).isEqualTo("fileapi: interrupted; the same command goes on\n");
        assertThat(parts()).isZero();
        assertThat(cli.run("pull", remote, copy.toString())).isZero();
        assertThat(difference()).isEmpty();
    }

    /** Runs a command that is killed at random moments and then to its end, and once more; returns how often it was killed. */
    private int killed(String... command) throws Exception {
        String[] options = {"--parallel", String.valueOf(PARALLEL), "--checkpoint", checkpoint.toString()};
        String[] slow = join(command, join(options, "--limit-rate", "8M"));
        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            ChildRun run = ChildRun.start(product.url(), product.token(), "256m", slow);
            int until = requests() + random.nextInt(2 * REQUESTS / (KILLS + 1));
            while (run.isAlive() && requests() < until) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
            kills += run.isAlive() ? 1 : 0;
            run.kill();
        }
        assertThat(cli.run(join(command, options))).as(cli.err()).isZero();
        assertThat(parts()).isZero();

        assertThat(cli.run(join(command, options))).isZero();
        assertThat(cli.err()).contains("0 transferred (0 bytes), " + (SMALL + LARGE) + " unchanged");
        assertThat(checkpoint).content().hasLineCount(SMALL + LARGE);
        return kills;
    }

    private static int requests() {
        BlobRequests made = product.blobRequests();
        return made.files() + made.blocks() + made.reads();
    }

    private static String[] join(String[] words, String... others) {
        return Stream.concat(Stream.of(words), Stream.of(others)).toArray(String[]::new);
    }

    private void write(String path, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        Path file = here.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        // long ago, so that its SHA-256 is kept
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    }

    private long parts() throws IOException {
        if (!Files.exists(copy)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(copy)) {
            return all.filter(file -> file.getFileName().toString().startsWith(".fileapi-"))
                    .count();
        }
    }

    private String difference() throws IOException, InterruptedException {
        Process diff = new ProcessBuilder("diff", "-r", here.toString(), copy.toString())
                .redirectErrorStream(true)
                .start();
        String difference = new String(diff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        diff.waitFor();
        return difference;
    }
}
