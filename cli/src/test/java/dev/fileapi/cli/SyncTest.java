package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder and one of the workspace are made the same. */
class SyncTest extends SyncTestBase {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyTwoTreesAreEqualAfterAPushAsTheDryRunHasTold(long seed) throws IOException {
        Random random = new Random(seed);
        Tree there = new Tree(Files.createDirectory(temporary.resolve("there")));
        there.fill(random);
        here.fill(random);
        cli.run("push", there.folder().toString(), remote);

        sync(here.folder().toString(), remote);

        assertThat(pulled().files()).isEqualTo(here.files());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void anyTwoTreesAreEqualAfterAPullAsTheDryRunHasTold(long seed) throws IOException {
        Random random = new Random(seed);
        Tree there = new Tree(Files.createDirectory(temporary.resolve("there")));
        there.fill(random);
        here.fill(random);
        cli.run("push", there.folder().toString(), remote);

        sync(remote, here.folder().toString());

        assertThat(here.files()).isEqualTo(there.files());
    }

    @Test
    void moreThanHalfIsDeletedByForceOnly() throws IOException {
        here.write("a", "1").write("b", "1").write("c", "1");
        push();
        here.delete("a").delete("b").write("d", "1");
        int written = product.blobsWritten().size();

        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete"))
                .isEqualTo(ExitStatus.PRECONDITION);
        assertThat(cli.err()).contains("2 of 3 files would be deleted", "nothing was done");
        assertThat(product.blobsWritten()).hasSize(written);
        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete", "--dry-run"))
                .isEqualTo(ExitStatus.PRECONDITION);
        assertThat(pulled().files()).containsOnlyKeys("a", "b", "c");
        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete", "--force"))
                .isZero();
        assertThat(pulled().files()).containsOnlyKeys("c", "d");
    }

    @Test
    void noMoreThanTheLimitIsDeleted() throws IOException {
        here.write("a", "1").write("b", "1").write("c", "1").write("d", "1").write("e", "1");
        push();
        here.delete("a").delete("b");

        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete", "--delete-limit", "1"))
                .isEqualTo(ExitStatus.PRECONDITION);
        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete", "--delete-limit", "2"))
                .isZero();
        assertThat(pulled().files()).hasSize(3);
    }

    @Test
    void whatIsLeftOutIsNeitherSentNorDeleted() throws IOException {
        here.write("a.txt", "1").write("a.log", "1").write("tmp/b.txt", "1");
        push();
        here.delete("a.log").delete("tmp/b.txt").write("c.log", "1").write("c.txt", "1");

        assertThat(cli.run(
                        "sync",
                        here.folder().toString(),
                        remote,
                        "--delete",
                        "--exclude",
                        "*.log",
                        "--exclude",
                        "tmp/"))
                .isZero();

        assertThat(cli.lines()).containsExactly("upload    c.txt");
        assertThat(pulled().files()).containsOnlyKeys("a.log", "a.txt", "c.txt", "tmp/b.txt");
    }

    @Test
    void filesOfTheSameSizeAndTimeAreTakenAsEqualWhenThatIsAskedFor() throws IOException {
        here.write("a", "1");
        push();
        FileTime time = Files.getLastModifiedTime(here.folder().resolve("a"));
        here.write("a", "2");
        Files.setLastModifiedTime(here.folder().resolve("a"), time);

        cli.run("sync", here.folder().toString(), remote, "--compare", "size-time");
        assertThat(cli.err()).contains("0 transferred (0 bytes), 1 unchanged");
        Files.setLastModifiedTime(
                here.folder().resolve("a"), FileTime.from(Instant.now().plusSeconds(5)));
        cli.run("sync", here.folder().toString(), remote, "--compare", "size-time");
        assertThat(cli.err()).contains("1 transferred (1 bytes), 0 unchanged");
    }

    @Test
    void oneFileThatCannotBeSentEndsNoOther() throws IOException {
        here.write("a", "1").write("b\\c", "1").write("d", "1");

        assertThat(cli.run("push", here.folder().toString(), remote)).isEqualTo(ExitStatus.SOME_FAILED);

        assertThat(cli.err()).contains("fileapi: b\\c: its name has a backslash", "2 transferred", "1 failed");
        assertThat(pulled().files()).containsOnlyKeys("a", "d");
    }

    @Test
    void nothingIsReceivedThroughALink() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        here.write("link/a", "1").write("b", "1");
        push();
        here.delete("link/a");
        Files.delete(here.folder().resolve("link"));
        Files.createSymbolicLink(here.folder().resolve("link"), elsewhere);

        assertThat(cli.run("sync", remote, here.folder().toString())).isEqualTo(ExitStatus.SOME_FAILED);

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(cli.err()).contains("link/a: a link");
    }

    @Test
    void aNameThatIsThereInNfdIsKept() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        String decomposed = "e\u0301/e\u0301.txt";
        here.write(decomposed, "1");
        push();
        here.write(decomposed, "2").write("e\u0301/x", "1");

        assertThat(cli.run("sync", remote, here.folder().toString())).isZero();

        assertThat(here.files()).containsEntry(decomposed, "1").hasSize(2);
    }

    @Test
    void aFileHereThatIsInTheWayOfAFolderStaysUnlessItIsDeleted() throws IOException {
        here.write("a/b", "1").write("c", "1");
        push();
        here.delete("a/b");
        Files.delete(here.folder().resolve("a"));
        here.write("a", "2");

        assertThat(cli.run("sync", remote, here.folder().toString())).isEqualTo(ExitStatus.SOME_FAILED);
        assertThat(here.files()).containsEntry("a", "2");
        assertThat(cli.run("sync", remote, here.folder().toString(), "--delete"))
                .isZero();
        assertThat(here.files()).containsOnlyKeys("a/b", "c");
    }

    @Test
    void bytesMoveNoFasterThanTheLimit() throws IOException {
        here.write("a", "x".repeat(100_000));
        long start = System.nanoTime();

        assertThat(cli.run("push", here.folder().toString(), remote, "--limit-rate", "100k"))
                .isZero();

        assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
    }

    private Tree pulled() throws IOException {
        Tree copy = new Tree(Files.createTempDirectory(temporary, "copy"));
        assertThat(cli.run("pull", remote, copy.folder().toString())).isZero();
        return copy;
    }

    private void sync(String source, String target) {
        assertThat(cli.run("sync", source, target, "--delete", "--force", "--dry-run", "--json"))
                .isZero();
        List<String> planned = actions("planned");

        assertThat(cli.run("sync", source, target, "--delete", "--force", "--json"))
                .as(cli.out())
                .isZero();
        assertThat(actions("done")).isEqualTo(planned);

        int written = product.blobsWritten().size();
        assertThat(cli.run("sync", source, target, "--delete", "--force", "--json"))
                .isZero();
        assertThat(actions("done")).isEmpty();
        assertThat(product.blobsWritten()).hasSize(written);
    }

    private List<String> actions(String outcome) {
        return cli.lines().stream()
                .filter(line -> line.contains("\"type\":\"action\""))
                .map(line -> line.replace("\"outcome\":\"" + outcome + "\"", ""))
                .sorted()
                .toList();
    }
}
