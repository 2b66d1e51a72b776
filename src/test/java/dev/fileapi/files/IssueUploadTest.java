package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.testing.Racing;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueUploadTest extends UseCaseTestBase {

    @Test
    void aFileIsInvisibleUntilItsFirstVersionIsCommitted() {
        UploadLink upload = issue();
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);

        upload(upload, "bytes");

        assertThat(download(read().download())).isEqualTo("bytes");
    }

    @Test
    void aSecondUploadIsANewVersionOfTheSameFile() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");

        assertThat(second.fileId()).isEqualTo(first.fileId());
        assertThat(second.versionId().isNewerThan(first.versionId())).isTrue();
        assertThat(download(read().download())).isEqualTo("second");
    }

    @Test
    void thirtyTwoCallersAtOnceMakeOneFileWithThirtyTwoVersions() {
        List<UploadLink> uploads = Racing.all(32, caller -> issue());

        assertThat(uploads)
                .extracting(UploadLink::fileId)
                .containsOnly(uploads.get(0).fileId());
        assertThat(uploads).extracting(UploadLink::versionId).doesNotHaveDuplicates();
    }

    @Test
    void aNewVersionIsNewerThanTheLatestWhateverTheClockSays() {
        UploadLink first = uploadAndCommit("first");
        clock.move(java.time.Duration.ofDays(-1));

        assertThat(issue().versionId().isNewerThan(first.versionId())).isTrue();
    }

    @Test
    void aFileCanBeNamedByItsId() {
        UploadLink first = uploadAndCommit("first");

        UploadLink second = files.issue().issue(workspace, first.fileId(), ada, null, null, Declaration.NONE);

        assertThat(second.fileId()).isEqualTo(first.fileId());
    }

    @Test
    void aDeletedFileGetsNoUploads() {
        UploadLink first = uploadAndCommit("first");
        files.delete().delete(workspace, first.fileId(), ada);

        assertThatThrownBy(() -> files.issue().issue(workspace, first.fileId(), ada, null, null, Declaration.NONE))
                .isInstanceOf(FileGoneException.class);
        assertThat(issue().fileId()).isNotEqualTo(first.fileId());
    }

    @Test
    void aKeyStandsForOneVersion() {
        UploadLink once = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);
        UploadLink again = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);
        UploadLink other = files.issue().issue(workspace, report, ada, null, "other", Declaration.NONE);

        assertThat(again.versionId()).isEqualTo(once.versionId());
        assertThat(other.versionId()).isNotEqualTo(once.versionId());
    }

    @Test
    void aKeyUsedByManyCallersAtOnceStandsForOneVersion() {
        List<UploadLink> uploads =
                Racing.all(16, caller -> files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE));

        assertThat(uploads)
                .extracting(UploadLink::versionId)
                .containsOnly(uploads.get(0).versionId());
    }
}
