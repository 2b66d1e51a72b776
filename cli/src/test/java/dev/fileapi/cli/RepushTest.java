package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files that were sent and are not recorded yet. */
class RepushTest extends SyncTestBase {

    /** More than the service records when its files are listed. */
    private static final int MANY = 280;
    /** More than it records when its uploads are listed. */
    private static final int SOME = 30;

    @Test
    void itIsNeitherSentNorAskedForAgainAndIsDeletedLikeOtherFiles() throws IOException {
        fill(MANY);
        push();
        int calls = product.changes().size();

        push();

        assertThat(cli.err()).contains("0 transferred (0 bytes), " + MANY + " unchanged");
        assertThat(product.blobsWritten()).hasSize(MANY);
        assertThat(product.changes()).hasSize(calls);

        here.delete("0").delete("1");
        assertThat(cli.run("sync", here.folder().toString(), remote, "--delete"))
                .isZero();
        assertThat(cli.lines()).containsExactlyInAnyOrder("delete    0", "delete    1");
        assertThat(cli.err()).contains((MANY - 2) + " unchanged, 2 deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--checkpoint=target/of-another-machine", "--recorded"})
    void anotherMachineHasTheServiceRecordItAsWhoWantsToKnowIt(String option) throws IOException {
        fill(SOME);
        push();

        push(option);

        assertThat(cli.err()).contains("0 transferred (0 bytes), " + SOME + " unchanged");
        assertThat(product.blobsWritten()).hasSize(SOME);
        assertThat(product.changes()).contains("POST /uploads/complete");
    }

    @Test
    void whatWasDeletedMeanwhileIsSentAgain() throws IOException {
        fill(SOME);
        push();
        assertThat(cli.run("rm", remote + "/1")).isZero();

        push();

        assertThat(cli.err()).contains("1 transferred (0 bytes), " + (SOME - 1) + " unchanged");
    }

    @Test
    void aFileThatIsAsItWasBeforeIsSentAgain() throws IOException {
        here.write("a", "1");
        push("--recorded");
        here.write("a", "22");
        push();
        here.write("a", "1");

        push();

        assertThat(cli.err()).contains("1 transferred (1 bytes), 0 unchanged");
    }

    @Test
    void whoMayOnlyReadDeletesNothingHereAsLongAsItMayBeThere() throws IOException {
        fill(MANY);
        push();
        Cli viewer = new Cli(product.url(), product.token("viewer"));

        assertThat(viewer.run("sync", remote, here.folder().toString(), "--delete", "--force"))
                .isEqualTo(ExitStatus.TRY_AGAIN);

        assertThat(viewer.err()).contains("not recorded yet");
        assertThat(here.files()).hasSize(MANY);
    }

    private void fill(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            here.write(String.valueOf(i), "");
        }
    }
}
