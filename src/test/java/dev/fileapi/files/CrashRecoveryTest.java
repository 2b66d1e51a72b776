package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A function dies after any of a use case's remote steps; whoever comes next finds everything in order. */
class CrashRecoveryTest extends UseCaseTestBase {

    @Test
    void anUploadIsIssuedByTheNextCall() {
        crashAfterEveryStep(() -> {}, this::issueBy, () -> {
            UploadLink upload = issue();
            upload(upload, "bytes");
            assertThat(read().version().id()).isEqualTo(upload.versionId());
            assertThat(read().versions()).hasSize(1);
        });
    }

    @Test
    void whatACrashLeftOfAnIssueIsGoneWhenItsWeekIsOver() {
        crashAfterEveryStep(() -> {}, this::issueBy, () -> {
            sweepAfter(Duration.ofDays(8));
            assertThat(store.findFile(workspace, Slot.of(report))).isEmpty();
        });
    }

    @Test
    void anUploadIsRelinkedByTheNextCall() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = issue(),
                crashing -> crashing.relink().relink(workspace, report, upload[0].versionId(), Declaration.NONE),
                () -> {
                    UploadLink again =
                            files.relink().relink(workspace, report, upload[0].versionId(), Declaration.NONE);
                    upload(again, "bytes");
                    assertThat(read().version().id()).isEqualTo(upload[0].versionId());
                });
    }

    @Test
    void aCommitIsEndedByTheNextEvent() {
        crashAfterEveryStepOfACommit(upload -> files.commit().commit(blobName(upload)));
    }

    @Test
    void aCommitIsEndedByTheNextRead() {
        crashAfterEveryStepOfACommit(upload -> {});
    }

    @Test
    void aCommitIsEndedByTheNextSweep() {
        crashAfterEveryStepOfACommit(upload -> sweepAfter(Duration.ofMinutes(6)));
    }

    @Test
    void aCommitIsEndedEvenWhenANewerOneComesFirst() {
        UploadLink[] uploads = new UploadLink[2];
        crashAfterEveryStep(
                () -> uploads[0] = uploaded("first"),
                crashing -> crashing.commit().commit(blobName(uploads[0])),
                () -> {
                    uploads[1] = uploadAndCommit("second");
                    files.commit().commit(blobName(uploads[0]));
                    FileView view = read();
                    assertThat(view.version().id()).isEqualTo(uploads[1].versionId());
                    assertThat(view.versions())
                            .extracting(VersionRecord::id)
                            .containsExactly(uploads[1].versionId(), uploads[0].versionId());
                });
    }

    @Test
    void aSweepIsEndedByTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = issue(),
                crashing -> {
                    clock.move(Duration.ofDays(8));
                    sweepBy(crashing);
                },
                () -> {
                    sweepAfter(Duration.ZERO);
                    assertThat(store.findVersion(workspace, upload[0].fileId(), upload[0].versionId()))
                            .isEmpty();
                    assertThat(store.findFile(workspace, upload[0].fileId())).isEmpty();
                });
    }

    @Test
    void aPurgeIsEndedByTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    upload[0] = uploadAndCommit("first");
                    uploadAndCommit("second");
                    files.delete().delete(workspace, report, ada);
                },
                crashing -> {
                    clock.move(Duration.ofDays(31));
                    sweepBy(crashing);
                },
                () -> {
                    sweepAfter(Duration.ZERO);
                    assertThat(store.findFile(workspace, upload[0].fileId())).isEmpty();
                    assertThat(blobs.isCommitted(blobName(upload[0]))).isFalse();
                });
    }

    private void crashAfterEveryStepOfACommit(Consumer<UploadLink> next) {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = uploaded("bytes"),
                crashing -> crashing.commit().commit(blobName(upload[0])),
                () -> {
                    next.accept(upload[0]);
                    FileView view = read();
                    assertThat(view.version().id()).isEqualTo(upload[0].versionId());
                    assertThat(download(view.download())).isEqualTo("bytes");
                    assertThat(record(upload[0]).state()).isEqualTo(VersionState.COMMITTED);
                });
    }

    private void issueBy(UseCases crashing) {
        crashing.issue().issue(workspace, report, ada, null, null, Declaration.NONE);
    }

    private void sweepBy(UseCases crashing) {
        crashing.sweep().run(clock.instant().plus(Duration.ofMinutes(5)));
    }
}
