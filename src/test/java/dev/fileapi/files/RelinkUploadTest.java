package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.DeclarationMismatchException;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.testing.Racing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelinkUploadTest extends UseCaseTestBase {

    @Test
    void stagedBlocksAreKept() {
        UploadLink upload = issue();
        client.stage(upload.link(), "0001", "first ");
        clock.move(Duration.ofDays(1));

        UploadLink again = files.relink().relink(workspace, report, upload.versionId(), Declaration.NONE);
        client.stage(again.link(), "0002", "second");
        client.commit(again.link(), "0001", "0002");

        assertThat(again.versionId()).isEqualTo(upload.versionId());
        assertThat(download(read().download())).isEqualTo("first second");
    }

    @Test
    void aCompletedUploadIsRefusedEvenBeforeAnybodyTold() {
        UploadLink upload = uploaded("bytes");

        assertThatThrownBy(
                        () -> files.relink().relink(workspace, upload.fileId(), upload.versionId(), Declaration.NONE))
                .isInstanceOf(NoUploadInProgressException.class);
    }

    @Test
    void anUnknownFileOrVersionIsNotFound() {
        assertThatThrownBy(() -> files.relink().relink(workspace, report, new VersionId(1), Declaration.NONE))
                .isInstanceOf(UnknownFileException.class);
        issue();
        assertThatThrownBy(() -> files.relink().relink(workspace, report, new VersionId(1), Declaration.NONE))
                .isInstanceOf(UnknownFileException.class);
    }

    @Test
    void whatIsDeclaredAgainMustBeWhatItWasIssuedWith() {
        Checksums checksums = Checksums.NONE.with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==");
        Instant modified = Instant.parse("2024-01-31T12:00:00Z");
        Map<String, String> pairs = Map.of("a", "b");
        Declaration told = new Declaration(5L, checksums, "text/csv", modified, pairs, pairs);
        UploadLink upload = files.issue().issue(workspace, report, ada, null, null, told);

        for (Declaration same : List.of(told, Declaration.NONE)) {
            assertThat(files.relink()
                            .relink(workspace, report, upload.versionId(), same)
                            .versionId())
                    .isEqualTo(upload.versionId());
        }
        Checksums others = checksums.with(ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA=");
        assertRefused(upload, "size", new Declaration(6L, checksums, null, null, null, null));
        assertRefused(upload, "checksum", new Declaration(5L, others, null, null, null, null));
        assertRefused(upload, "content_type", new Declaration(5L, checksums, "text/plain", null, null, null));
        assertRefused(upload, "modified_at", new Declaration(5L, checksums, null, modified.plusMillis(1), null, null));
        assertRefused(upload, "tags", new Declaration(5L, checksums, null, null, Map.of(), null));
        assertRefused(upload, "metadata", new Declaration(5L, checksums, null, null, null, Map.of("a", "c")));
    }

    private void assertRefused(UploadLink upload, String field, Declaration other) {
        Instant before = record(upload).linkExpiresAt();
        clock.move(Duration.ofMinutes(1));

        assertThatThrownBy(() -> files.relink().relink(workspace, report, upload.versionId(), other))
                .isInstanceOf(DeclarationMismatchException.class)
                .hasMessageStartingWith(field + ": must be what the upload was issued with");

        assertThat(record(upload).linkExpiresAt()).isEqualTo(before);
    }

    @Test
    void aCancelledUploadIsNotFound() {
        UploadLink upload = issue();
        files.uploads().cancel(workspace, upload.fileId(), upload.versionId());

        assertThatThrownBy(() -> files.relink().relink(workspace, report, upload.versionId(), Declaration.NONE))
                .isInstanceOf(UnknownFileException.class);
    }

    @Test
    void aRelinkedUploadLivesOn() {
        UploadLink upload = issue();
        clock.move(Duration.ofDays(6));
        files.relink().relink(workspace, report, upload.versionId(), Declaration.NONE);

        sweepAfter(Duration.ofDays(6));

        assertThat(record(upload).state()).isEqualTo(VersionState.PENDING);
        sweepAfter(Duration.ofDays(2));
        assertThat(store.findVersion(workspace, upload.fileId(), upload.versionId()))
                .isEmpty();
        assertThat(store.findFile(workspace, upload.fileId())).isEmpty();
    }

    @Test
    void racingAgainstItsRemovalItIsEitherRelinkedOrNotFound() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            UploadLink upload = issue();
            clock.move(Duration.ofDays(8));
            boolean relinked = Racing.all(2, caller -> caller == 0 ? relink(upload) : sweep())
                    .get(0);

            assertThat(store.findVersion(workspace, upload.fileId(), upload.versionId())
                            .isPresent())
                    .isEqualTo(relinked);
            if (relinked) {
                assertThat(store.findFile(workspace, upload.fileId())).isPresent();
            }
        }
    }

    private boolean relink(UploadLink upload) {
        try {
            files.relink().relink(workspace, report, upload.versionId(), Declaration.NONE);
            return true;
        } catch (UnknownFileException tooLate) {
            return false;
        }
    }

    private boolean sweep() {
        return sweepAfter(Duration.ZERO).finished();
    }
}
