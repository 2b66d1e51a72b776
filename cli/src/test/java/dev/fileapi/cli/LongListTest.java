package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of many files, whole and broken off; {@link MemoryBenchmark} has a million. */
class LongListTest {

    private static final int FILES = 50_000;
    private static final int BROKEN_AT = 7_777;
    /** Less than all files would take, if they were held. */
    private static final String HEAP = "40m";

    @TempDir
    Path folder;

    @Test
    void aLongPlanNeedsLittleMemory() throws Exception {
        try (ListingServer server = ListingServer.start(FILES, FILES)) {
            ChildRun run =
                    ChildRun.start(server.address(), "none", HEAP, "sync", empty().toString(), "fa:x", "--delete");

            assertThat(run.await(Duration.ofMinutes(2))).isEqualTo(ExitStatus.PRECONDITION);
            assertThat(run.output()).contains(FILES + " of " + FILES + " files would be deleted");
            assertThat(server.others()).isZero();
        }
    }

    @Test
    void nothingIsDeletedWhenTheListBreaksOff() throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path last = Files.writeString(here.resolve("z"), "z");
        try (ListingServer server = ListingServer.start(FILES, BROKEN_AT)) {
            Cli cli = new Cli(server.address(), "none");

            assertThat(cli.run("sync", "fa:x", here.toString(), "--delete", "--force"))
                    .isEqualTo(ExitStatus.TRY_AGAIN);
            assertThat(cli.run("sync", empty().toString(), "fa:x", "--delete", "--force"))
                    .isEqualTo(ExitStatus.TRY_AGAIN);

            assertThat(last).exists();
            assertThat(server.others()).isZero();
        }
    }

    private Path empty() throws IOException {
        return Files.createDirectories(folder.resolve("empty"));
    }
}
