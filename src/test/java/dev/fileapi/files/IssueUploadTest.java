package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.DeclarationMismatchException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.testing.Racing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void whatIsDeclaredIsKeptWithTheUpload() {
        Declaration told = new Declaration(
                5L,
                Checksums.NONE.with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg=="),
                "text/csv",
                Instant.parse("2024-01-31T12:00:00.123456Z"),
                Map.of("site", "north"),
                Map.of("job", "7"));

        VersionRecord upload = record(files.issue().issue(workspace, report, ada, null, null, told));

        assertThat(upload.expectedSize()).isEqualTo(5);
        assertThat(upload.details())
                .isEqualTo(new VersionDetails(
                        Verification.PENDING,
                        told.checksums(),
                        "text/csv",
                        told.modifiedAt(),
                        Map.of("site", "north"),
                        Map.of("job", "7")));
    }

    @Test
    void tagsThatAreNotDeclaredAreThoseOfTheLatestVersion() {
        UploadLink first = issue(Tags.of("site", "north"));
        upload(first, "first");
        files.commit().commit(blobName(first));

        assertThat(record(issue()).details().tags()).containsExactly(entry("site", "north"));
        assertThat(record(issue(Tags.of("site", "south"))).details().tags()).containsExactly(entry("site", "south"));
        assertThat(record(issue(Tags.NONE)).details().tags()).isEmpty();
        assertThat(record(issue()).details().metadata()).isEmpty();
    }

    @Test
    void aKeyStandsForAVersionThatWasDeclaredAlike() {
        Declaration told = Tags.of("site", "north");
        UploadLink once = files.issue().issue(workspace, report, ada, null, "key", told);

        for (Declaration alike : List.of(told, Declaration.NONE)) {
            assertThat(files.issue()
                            .issue(workspace, report, ada, null, "key", alike)
                            .versionId())
                    .isEqualTo(once.versionId());
        }
        assertThatThrownBy(() -> files.issue().issue(workspace, report, ada, null, "key", Tags.of("site", "south")))
                .isInstanceOf(DeclarationMismatchException.class)
                .hasMessageStartingWith("tags: must be what the upload was issued with");
    }

    @Test
    void ofCallersAtOnceWithOneKeyOnlyThoseWhoDeclareTheSameGetLinks() {
        List<Optional<UploadLink>> uploads = Racing.all(8, caller -> {
            try {
                Declaration told = Tags.of("caller", Integer.toString(caller % 2));
                return Optional.of(files.issue().issue(workspace, report, ada, null, "key", told));
            } catch (DeclarationMismatchException other) {
                return Optional.empty();
            }
        });

        List<UploadLink> linked = uploads.stream().flatMap(Optional::stream).toList();
        assertThat(linked)
                .hasSize(4)
                .extracting(UploadLink::versionId)
                .containsOnly(linked.get(0).versionId());
    }

    private UploadLink issue(Declaration told) {
        return files.issue().issue(workspace, report, ada, null, null, told);
    }

    /** Declarations of tags alone. */
    private static final class Tags {

        static final Declaration NONE = of(Map.of());

        static Declaration of(String key, String value) {
            return of(Map.of(key, value));
        }

        private static Declaration of(Map<String, String> tags) {
            return new Declaration(null, Checksums.NONE, null, null, tags, null);
        }
    }
}
