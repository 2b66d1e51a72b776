package dev.fileapi.files.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a workspace that waits, a large version of which a checksum was told does not appear before it is verified. */
class AwaitedVersionsTest extends VerificationTestBase {

    @BeforeEach
    void awaitChecksums() {
        configure(new ChecksumSettings(8, 10, true, "all"));
    }

    @Test
    void aVersionAppearsWhenItIsVerified() {
        UploadLink upload = toldAndCommitted(LARGE, LARGE);
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
        assertThat(files.uploads()
                        .state(workspace, upload.fileId(), upload.versionId())
                        .version())
                .returns(VersionState.PENDING, version -> version.state())
                .returns(Verification.PENDING, version -> version.details().verification());

        verify();

        isVerified(upload, LARGE);
    }

    @Test
    void aVersionWhoseBytesAreNotAsToldNeverAppears() {
        UploadLink before = uploadAndCommit("before");
        UploadLink upload = toldAndCommitted(LARGE, OTHER);
        assertThat(isVisible(upload)).isFalse();

        verify();

        isTakenBack(upload);
        assertThat(read().version().id()).isEqualTo(before.versionId());
    }

    @Test
    void aVersionOfWhichNothingWasToldAppearsAtOnce() {
        UploadLink upload = uploadAndCommit(LARGE);

        assertThat(isVisible(upload)).isTrue();
    }

    @Test
    void aVersionThatIsReadAtOnceAppearsAtOnce() {
        UploadLink upload = toldAndCommitted("8 bytes.", "8 bytes.");

        assertThat(isVisible(upload)).isTrue();
    }

    @Test
    void oneThatWasCancelledWhileItWasAwaitedNeverAppears() {
        UploadLink upload = toldAndCommitted(LARGE, LARGE);
        files.uploads().cancel(workspace, upload.fileId(), upload.versionId());

        verify();

        assertThat(isVisible(upload)).isFalse();
    }

    @Test
    void oneThatIsVerifiedAfterANewerOneWasRecordedIsAnOlderVersion() {
        UploadLink first = toldAndCommitted(LARGE, LARGE);
        UploadLink second = uploadAndCommit("second");

        verify();

        assertThat(record(first).state()).isEqualTo(VersionState.COMMITTED);
        assertThat(read().version().id()).isEqualTo(second.versionId());
    }

    @Test
    void theSweepLeavesItToBeRead() {
        UploadLink upload = toldAndCommitted(LARGE, LARGE);

        sweepAfter(Duration.ofHours(1));
        assertThat(record(upload).state()).isEqualTo(VersionState.PENDING);

        verify();
        isVerified(upload, LARGE);
    }

    @Test
    void whateverStepItCrashesAfterARightVersionAppears() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    upload[0] = toldAndCommitted(LARGE, LARGE);
                    clock.move(Duration.ofMinutes(6));
                },
                crashing -> crashing.verify().run(later()),
                () -> {
                    verify();
                    isVerified(upload[0], LARGE);
                });
    }

    @Test
    void whateverStepItCrashesAfterAWrongVersionNeverAppears() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    uploadAndCommit("before");
                    upload[0] = toldAndCommitted(LARGE, OTHER);
                    clock.move(Duration.ofMinutes(6));
                },
                crashing -> crashing.verify().run(later()),
                () -> {
                    assertThat(isVisible(upload[0])).isFalse();
                    verify();
                    sweepAfter(Duration.ofHours(2));
                    isTakenBack(upload[0]);
                    assertThat(download(read().download())).isEqualTo("before");
                });
    }
}
