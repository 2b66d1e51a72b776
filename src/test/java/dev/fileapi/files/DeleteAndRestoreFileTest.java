package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.testing.Racing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeleteAndRestoreFileTest extends UseCaseTestBase {

    @Test
    void aDeletedFileIsGoneAndItsPathIsFree() {
        UploadLink upload = uploadAndCommit("bytes");

        files.delete().delete(workspace, report, ada);

        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
        assertThatThrownBy(() -> files.read().read(workspace, upload.fileId(), FileQuery.of(null, false, false)))
                .isInstanceOf(FileGoneException.class);
        assertThat(files.read()
                        .read(workspace, upload.fileId(), FileQuery.of(null, false, true))
                        .file()
                        .deletion())
                .returns(ada, Deletion::by);
    }

    @Test
    void deletingWhatIsNotThereDoesNothing() {
        files.delete().delete(workspace, report, ada);
        files.delete().delete(workspace, FileId.random(), ada);

        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void aRestoredFileIsBackWithItsVersions() {
        UploadLink upload = uploadAndCommit("first");
        uploadAndCommit("second");
        files.delete().delete(workspace, report, ada);

        assertThat(files.restore().restore(workspace, upload.fileId(), ada)).isEmpty();

        assertThat(read().versions()).hasSize(2);
        assertThat(read().file().deletion()).isNull();
    }

    @Test
    void aFileWhosePathIsTakenComesBackBesideIt() {
        UploadLink old = uploadAndCommit("old");
        files.delete().delete(workspace, report, ada);
        uploadAndCommit("new");

        Optional<FileView> restored = files.restore().restore(workspace, old.fileId(), ada);

        assertThat(restored)
                .get()
                .returns("report (restored 1).csv", view -> view.file().path().name());
        assertThat(download(restored.orElseThrow().download())).isEqualTo("old");
        assertThat(download(read().download())).isEqualTo("new");
    }

    @Test
    void twoThatComeBackBesideItAreNumbered() {
        UploadLink first = uploadAndCommit("first");
        files.delete().delete(workspace, report, ada);
        UploadLink second = uploadAndCommit("second");
        files.delete().delete(workspace, report, ada);
        uploadAndCommit("third");

        assertThat(files.restore().restore(workspace, first.fileId(), ada))
                .get()
                .returns("report (restored 1).csv", view -> view.file().path().name());
        assertThat(files.restore().restore(workspace, second.fileId(), ada))
                .get()
                .returns("report (restored 2).csv", view -> view.file().path().name());
        assertThat(download(read().download())).isEqualTo("third");
    }

    @Test
    void anUploadInProgressMayBeCommittedAfterTheDeletion() {
        uploadAndCommit("first");
        UploadLink second = issue();
        files.delete().delete(workspace, report, ada);
        upload(second, "second");
        files.commit().commit(blobName(second));

        files.restore().restore(workspace, second.fileId(), ada);

        assertThat(download(read().download())).isEqualTo("second");
    }

    @Test
    void aRestoreAgainstThePurgeEitherWinsOrFindsNothing() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            UploadLink upload = uploadAndCommit("bytes");
            files.delete().delete(workspace, report, ada);
            clock.move(Duration.ofDays(31));
            boolean restored = Racing.all(
                            2,
                            caller -> caller == 0
                                    ? restore(upload)
                                    : sweepAfter(Duration.ZERO).finished())
                    .get(0);

            assertThat(store.findFile(workspace, upload.fileId()).isPresent()).isEqualTo(restored);
            assertThat(blobs.isCommitted(blobName(upload))).isEqualTo(restored);
        }
    }

    private boolean restore(UploadLink upload) {
        try {
            return files.restore().restore(workspace, upload.fileId(), ada).isEmpty();
        } catch (UnknownFileException tooLate) {
            return false;
        }
    }
}
