package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.User;
import dev.fileapi.files.testing.Racing;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was deleted or restored is marked beside its blobs, whatever happens on the way. */
class WriteMarkerTest extends UseCaseTestBase {

    private final User grace = new User(UUID.randomUUID(), "Grace", null);

    @Test
    void aFileThatWasNeverDeletedHasNoMark() {
        UploadLink upload = uploadAndCommit("bytes");

        sweepAfter(Duration.ofMinutes(6));

        assertThat(blobs.findMarker(workspace, upload.fileId())).isEmpty();
    }

    @Test
    void aDeletionIsMarked() {
        UploadLink upload = uploadAndCommit("bytes");

        files.delete().delete(workspace, report, grace);

        FileMarker marker = marker(upload);
        assertThat(marker).isEqualTo(FileMarker.of(file(upload)));
        assertThat(marker.path()).isEqualTo(report);
        assertThat(marker.createdBy()).isEqualTo(ada);
        assertThat(marker.deletion()).isNotNull().returns(grace, Deletion::by);
    }

    @Test
    void aRestoringUnderAnotherNameIsMarked() {
        UploadLink old = uploadAndCommit("old");
        files.delete().delete(workspace, report, ada);
        uploadAndCommit("new");

        files.restore().restore(workspace, old.fileId(), ada);

        assertThat(marker(old).deletion()).isNull();
        assertThat(marker(old).path().name()).isEqualTo("report (restored 1).csv");
    }

    @Test
    void theSweepLooksAtTheMarkOnceAndThenOnlyAtThePurge() {
        UploadLink upload = uploadAndCommit("bytes");
        files.delete().delete(workspace, report, ada);
        blobs.removeMarker(workspace, upload.fileId());

        sweepAfter(Duration.ofMinutes(6));

        FileRecord deleted = file(upload);
        assertThat(marker(upload)).isEqualTo(FileMarker.of(deleted));
        assertThat(deleted.nextCheckAt())
                .isEqualTo(Objects.requireNonNull(deleted.deletion()).at().plus(Duration.ofDays(30)));
    }

    @Test
    void theSweepLooksAtARestoredFilesMarkOnce() {
        UploadLink upload = uploadAndCommit("bytes");
        files.delete().delete(workspace, report, ada);
        files.restore().restore(workspace, upload.fileId(), ada);
        uploadAndCommit("a commit in between leaves the check as it is");
        blobs.removeMarker(workspace, upload.fileId());

        sweepAfter(Duration.ofMinutes(6));

        assertThat(marker(upload)).isEqualTo(FileMarker.of(file(upload)));
        assertThat(file(upload).nextCheckAt()).isNull();
    }

    @Test
    void theMarkGoesWithThePurge() {
        UploadLink upload = uploadAndCommit("bytes");
        files.delete().delete(workspace, report, ada);

        sweepAfter(Duration.ofDays(31));

        assertThat(blobs.findMarker(workspace, upload.fileId())).isEmpty();
    }

    @Test
    void theLastMarkTellsTheNewestRecord() {
        UploadLink upload = uploadAndCommit("bytes");
        for (int round = 0; round < 5; round++) {
            Racing.all(6, caller -> {
                if (caller % 2 == 0) {
                    files.delete().delete(workspace, upload.fileId(), ada);
                } else {
                    files.restore().restore(workspace, upload.fileId(), ada);
                }
                return caller;
            });

            assertThat(blobs.findMarker(workspace, upload.fileId()).map(FileMarker.Stored::marker))
                    .contains(FileMarker.of(file(upload)));
        }
    }

    private FileRecord file(UploadLink upload) {
        return store.findFile(workspace, upload.fileId()).orElseThrow();
    }

    private FileMarker marker(UploadLink upload) {
        return blobs.findMarker(workspace, upload.fileId()).orElseThrow().marker();
    }
}
