package dev.fileapi.files.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCaseTestBase;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SweepTest extends UseCaseTestBase {

    @Test
    void aCommitWhoseEventWasLostIsRecorded() {
        UploadLink upload = uploaded("bytes");

        sweepAfter(Duration.ofMinutes(6));

        assertThat(record(upload).state()).isEqualTo(VersionState.COMMITTED);
    }

    @Test
    void aCommitAfterTheEarlyCheckIsRecordedWhenTheLinkHasEnded() {
        UploadLink upload = issue();
        sweepAfter(Duration.ofMinutes(6));
        upload(upload, "bytes");

        sweepAfter(Duration.ofMinutes(40));

        assertThat(record(upload).state()).isEqualTo(VersionState.COMMITTED);
    }

    @Test
    void aTransferThatEndsLongAfterItsLinkIsRecordedAtTheNextLateCheck() {
        UploadLink upload = issue();
        sweepAfter(Duration.ofMinutes(6));
        sweepAfter(Duration.ofMinutes(40));
        upload(upload, "bytes");

        sweepAfter(Duration.ofHours(1));

        assertThat(record(upload).state()).isEqualTo(VersionState.COMMITTED);
    }

    @Test
    void anAbandonedUploadIsLookedAtAtGrowingIntervals() {
        UploadLink upload = issue();
        Instant linkEnd = record(upload).linkExpiresAt();

        assertThat(nextCheckAfterSweepAt(upload, linkEnd.plus(Duration.ofMinutes(16))))
                .isEqualTo(linkEnd.plus(Duration.ofHours(1)));
        assertThat(nextCheckAfterSweepAt(upload, linkEnd.plus(Duration.ofHours(1))))
                .isEqualTo(linkEnd.plus(Duration.ofHours(4)));
        assertThat(nextCheckAfterSweepAt(upload, linkEnd.plus(Duration.ofHours(4))))
                .isEqualTo(linkEnd.plus(Duration.ofDays(1)));
        assertThat(nextCheckAfterSweepAt(upload, linkEnd.plus(Duration.ofDays(1))))
                .isEqualTo(linkEnd.plus(Duration.ofDays(2)));
        assertThat(nextCheckAfterSweepAt(upload, linkEnd.plus(Duration.ofDays(6))))
                .isEqualTo(linkEnd.plus(Duration.ofDays(7)));
        assertThat(record(upload).nextCheck()).isEqualTo(SweepStage.DISCARD);
    }

    private Instant nextCheckAfterSweepAt(UploadLink upload, Instant time) {
        sweepAfter(Duration.between(clock.instant(), time));
        return Objects.requireNonNull(record(upload).nextCheckAt());
    }

    @Test
    void anUploadNeverCompletedGoesWithItsFileWhenItsWeekIsOver() {
        UploadLink upload = issue();
        sweepAfter(Duration.ofDays(7));
        assertThat(record(upload).state()).isEqualTo(VersionState.PENDING);

        sweepAfter(Duration.ofMinutes(31));

        assertThat(store.findVersion(workspace, upload.fileId(), upload.versionId()))
                .isEmpty();
        assertThat(store.findFile(workspace, upload.fileId())).isEmpty();
    }

    @Test
    void bytesCommittedMeanwhileAreAVersionEvenAfterTheWeek() {
        UploadLink upload = uploaded("bytes");

        sweepAfter(Duration.ofDays(8));

        assertThat(record(upload).state()).isEqualTo(VersionState.COMMITTED);
        assertThat(download(read().download())).isEqualTo("bytes");
    }

    @Test
    void aFileWithVersionsOutlivesItsAbandonedUploads() {
        uploadAndCommit("bytes");
        issue();

        sweepAfter(Duration.ofDays(8));

        assertThat(read().versions()).hasSize(1);
    }

    @Test
    void aCancelledUploadGoesWithItsBlobWhenItsLinkHasEnded() {
        UploadLink upload = issue();
        files.uploads().cancel(workspace, upload.fileId(), upload.versionId());
        upload(upload, "too late");
        files.commit().commit(blobName(upload));
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);

        sweepAfter(Duration.ofMinutes(46));

        assertThat(store.findVersion(workspace, upload.fileId(), upload.versionId()))
                .isEmpty();
        assertThat(blobs.isCommitted(blobName(upload))).isFalse();
    }

    @Test
    void aDeletedFileIsPurgedWhenItsRetentionHasEnded() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        files.delete().delete(workspace, report, ada);
        sweepAfter(Duration.ofDays(29));
        assertThat(blobs.isCommitted(blobName(first))).isTrue();

        sweepAfter(Duration.ofDays(2));

        assertThat(store.findFile(workspace, first.fileId())).isEmpty();
        assertThat(blobs.isCommitted(blobName(first))).isFalse();
        assertThat(blobs.isCommitted(blobName(second))).isFalse();
    }
}
