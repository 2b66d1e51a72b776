package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.UploadCondition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a call with many files does beyond {@link DeleteFile}. */
class DeleteFilesTest extends UseCaseTestBase {

    private static final UploadCondition EXISTS = UploadCondition.fileExists();

    @Test
    void onceTheTimeOfACallHasGoneByNoConditionIsJudgedByAnOldState() {
        uploadAndCommit("first");
        UploadLink second = uploaded("second");

        assertThatThrownBy(() -> files.delete().delete(workspace, report, ada, EXISTS, Duration.ZERO))
                .isInstanceOf(BlobStoreException.class);

        assertThat(read().version().id()).isEqualTo(second.versionId());
    }

    @Test
    void whatNeedsNoCheckIsDeletedHoweverLate() {
        uploadAndCommit("bytes");

        assertThat(files.delete().delete(workspace, report, ada, null, Duration.ZERO))
                .isPresent();
        uploadAndCommit("bytes");
        assertThat(files.delete().delete(workspace, report, ada, EXISTS, Duration.ZERO))
                .isPresent();
    }

    @Test
    void theTimeOfACallIsThatOfSomeOfItsFiles() throws InterruptedException {
        CallTime time = new CallTime(Duration.ofMillis(50));

        assertThat(time.ofNext()).isEqualTo(Duration.ofMillis(50));
        Thread.sleep(300);
        assertThat(time.ofNext()).isZero();
    }
}
