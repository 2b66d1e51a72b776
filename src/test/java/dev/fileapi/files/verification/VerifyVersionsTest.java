package dev.fileapi.files.verification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.Racing;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A version that is too large to be read at once is served while it is read, and taken back when its bytes are wrong. */
class VerifyVersionsTest extends VerificationTestBase {

    @Test
    void aLargeVersionIsServedAsPendingUntilItIsRead() {
        UploadLink upload = toldAndCommitted(LARGE, LARGE);

        assertThat(read().version().details().verification()).isEqualTo(Verification.PENDING);
        assertThat(download(read().download())).isEqualTo(LARGE);

        verify();
        isVerified(upload, LARGE);
    }

    @Test
    void aVersionOfWhichNothingWasToldGetsItsSha256() {
        UploadLink upload = uploadAndCommit(LARGE);

        verify();

        assertThat(record(upload).details().verification()).isEqualTo(Verification.UNVERIFIED);
        assertThat(read().version().details().checksums().get(ChecksumAlgorithm.SHA_256))
                .isEqualTo(sha256(LARGE));
    }

    @Test
    void aVersionWhoseBytesAreNotAsToldIsTakenBackAndReadersGetTheOneBefore() {
        UploadLink before = uploadAndCommit("before");
        UploadLink upload = toldAndCommitted(LARGE, OTHER);
        assertThat(isVisible(upload)).isTrue();

        verify();

        isTakenBack(upload);
        assertThat(canBeRead(upload)).isFalse();
        assertThat(read().version().id()).isEqualTo(before.versionId());
        assertThat(download(read().download())).isEqualTo("before");
    }

    @Test
    void aFileWhoseOnlyVersionIsTakenBackIsGoneUntilThereIsAnother() {
        UploadLink upload = toldAndCommitted(LARGE, OTHER);

        verify();
        isTakenBack(upload);
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);

        UploadLink next = toldAndCommitted(LARGE, LARGE);
        assertThat(next.fileId()).isEqualTo(upload.fileId());
        verify();
        isVerified(next, LARGE);
    }

    @Test
    void aVersionThatIsNotTheLatestAnyMoreIsTakenBackWithoutItsReadersNotice() {
        UploadLink upload = toldAndCommitted(LARGE, OTHER);
        UploadLink latest = uploadAndCommit("latest");

        verify();

        isTakenBack(upload);
        assertThat(read().version().id()).isEqualTo(latest.versionId());
    }

    @Test
    void theRecordOfAVersionThatWasTakenBackGoesWithTheSweepAfterAWeek() {
        UploadLink upload = toldAndCommitted(LARGE, OTHER);
        verify();

        sweepAfter(Duration.ofMinutes(6));
        assertThat(record(upload).state()).isEqualTo(VersionState.REJECTED);
        sweepAfter(Duration.ofDays(1));
        sweepAfter(Duration.ofDays(8));

        assertThat(store.findVersion(workspace, upload.fileId(), upload.versionId()))
                .isEmpty();
    }

    @Test
    void anOlderVersionThatIsRecordedAtTheSameTimeIsTheLatestAfterwards() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            UploadLink older = uploaded("older");
            UploadLink newer = toldAndCommitted(LARGE, OTHER);
            clock.move(Duration.ofMinutes(6));

            Racing.all(2, caller -> {
                if (caller == 0) {
                    files.verify().run(later());
                } else {
                    files.commit().commit(blobName(older));
                }
                return caller;
            });

            assertThat(store.findFile(workspace, older.fileId()).orElseThrow().latestVersionId())
                    .isEqualTo(older.versionId());
            isTakenBack(newer);
        }
    }

    @Test
    void aVersionThatIsReadWhileTheFileComesBackToItIsShownAsRead() {
        UploadLink older = toldAndCommitted(LARGE, LARGE);
        UploadLink newer = toldAndCommitted(LARGE, OTHER);
        clock.move(Duration.ofMinutes(6));
        UseCases interrupted = filesThatDoBefore(
                FileRecord.class::isInstance,
                "replaceFile",
                () -> files.verifyOne().verify(blobName(older), later()));

        interrupted.verifyOne().verify(blobName(newer), later());

        isTakenBack(newer);
        isVerified(older, LARGE);
    }

    @Test
    void aVersionThatTheFileComesBackToBeforeItIsRecordedAsReadIsShownAsRead() {
        UploadLink older = toldAndCommitted(LARGE, LARGE);
        UploadLink newer = toldAndCommitted(LARGE, OTHER);
        clock.move(Duration.ofMinutes(6));
        UseCases interrupted = filesThatDoBefore(
                record -> ((VersionRecord) record).verificationTask() == null,
                "replaceVersion",
                () -> files.verifyOne().verify(blobName(newer), later()));

        interrupted.verifyOne().verify(blobName(older), later());

        isTakenBack(newer);
        isVerified(older, LARGE);
    }

    /** The use cases over a store to which something else is done right before it is called first to replace such a record. */
    private UseCases filesThatDoBefore(Predicate<Object> record, String method, Runnable other) {
        AtomicBoolean done = new AtomicBoolean();
        MetadataStore interrupted = (MetadataStore) Proxy.newProxyInstance(
                MetadataStore.class.getClassLoader(),
                new Class<?>[] {MetadataStore.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && record.test(arguments[0]) && !done.getAndSet(true)) {
                        other.run();
                    }
                    return called.invoke(store, arguments);
                });
        return UseCases.over(interrupted, blobs, clock, IN_SECTIONS);
    }

    @Test
    void readingGoesOnAfterTheLastSectionThatWasReadWhateverSectionItBreaksOffIn() {
        for (int sections = 0; sections < 4; sections++) {
            workspace = newWorkspace();
            UploadLink upload = toldAndCommitted(LARGE, LARGE);
            RecordingReads breaking = new RecordingReads(sections);
            clock.move(Duration.ofMinutes(6));
            UseCases.over(store, breaking.in(blobs), clock, IN_SECTIONS)
                    .verify()
                    .run(later());
            assertThat(record(upload).details().verification()).isEqualTo(Verification.PENDING);

            RecordingReads recording = new RecordingReads();
            clock.move(Duration.ofMinutes(6));
            UseCases.over(store, recording.in(blobs), clock, IN_SECTIONS)
                    .verify()
                    .run(later());

            assertThat(recording.offsets()).startsWith(10L * sections).hasSize(4 - sections);
            isVerified(upload, LARGE);
        }
    }

    @Test
    void aTurnEndsAtItsDeadlineAndTheNextOneGoesOn() {
        UploadLink upload = toldAndCommitted(LARGE, LARGE);
        clock.move(Duration.ofMinutes(6));

        for (int section = 1; section <= 3; section++) {
            assertThat(files.verifyOne().verify(blobName(upload), clock.instant()))
                    .isEqualTo(VerificationOutcome.CONTINUED);
            assertThat(requireNonNull(record(upload).verificationTask()).offset())
                    .isEqualTo(10L * section);
        }

        assertThat(files.verifyOne().verify(blobName(upload), clock.instant())).isEqualTo(VerificationOutcome.READ);
        isVerified(upload, LARGE);
    }

    @Test
    void ofSeveralTimersAtOnceOneReads() {
        UploadLink upload = toldAndCommitted(LARGE, LARGE);
        clock.move(Duration.ofMinutes(6));
        RecordingReads recording = new RecordingReads();
        UseCases recorded = UseCases.over(store, recording.in(blobs), clock, IN_SECTIONS);

        Racing.all(4, timer -> {
            recorded.verify().run(later());
            return timer;
        });

        assertThat(recording.offsets()).containsExactly(0L, 10L, 20L, 30L);
        isVerified(upload, LARGE);
    }

    @Test
    void whateverStepItCrashesAfterARightVersionIsVerified() {
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
    void whateverStepItCrashesAfterAWrongVersionIsTakenBack() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    uploadAndCommit("before");
                    upload[0] = toldAndCommitted(LARGE, OTHER);
                    clock.move(Duration.ofMinutes(6));
                },
                crashing -> crashing.verify().run(later()),
                () -> {
                    verify();
                    sweepAfter(Duration.ofMinutes(6));
                    isTakenBack(upload[0]);
                    assertThat(download(read().download())).isEqualTo("before");
                });
    }

    @Test
    void whateverStepTheCommitCrashesAfterALargeVersionIsReadAtLast() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = told(LARGE, LARGE),
                crashing -> crashing.commit().commit(blobName(upload[0])),
                () -> {
                    read();
                    verify();
                    isVerified(upload[0], LARGE);
                });
    }
}
