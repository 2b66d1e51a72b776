package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IssueFirstUploadsTest extends UseCaseTestBase {

    private final FilePath other = FilePath.parse("other.txt");

    @Test
    void theLinksAreThoseOfNewFiles() {
        UploadLink link = Objects.requireNonNull(issueTogether().get(other));

        upload(link, "bytes");

        assertThat(download(files.read()
                        .read(workspace, other, FileQuery.of(null, true, false))
                        .download()))
                .isEqualTo("bytes");
    }

    @Test
    void aPathThatIsTakenGetsNone() {
        uploadAndCommit("first");

        assertThat(issueTogether()).containsOnlyKeys(other);
        assertThat(issueTogether()).isEmpty();
        assertThat(download(read().download())).isEqualTo("first");
    }

    private Map<FilePath, UploadLink> issueTogether() {
        return files.issueFirst()
                .issue(
                        workspace,
                        ada,
                        List.of(new NewUpload(report, Declaration.NONE), new NewUpload(other, Declaration.NONE)));
    }
}
