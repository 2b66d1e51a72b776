package dev.fileapi.files.odd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.CheckEffort;
import dev.fileapi.files.FileQuery;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.recovery.Finding;
import dev.fileapi.files.recovery.RecordsFromStorage;
import dev.fileapi.files.recovery.StorageTestBase;
import dev.fileapi.files.store.SweepReport;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything odd that can be done through an upload link, through its whole life. Whatever it is, it ends; it fails no call, event or sweep;
 * it changes nothing that readers get, and leaves no byte.
 */
abstract class OddUploadsTestBase extends StorageTestBase {

    static final Duration UNTIL_LINKS_HAVE_ENDED = Duration.ofMinutes(46);

    private RefusingProxy proxy;

    @BeforeEach
    void goThroughTheProxy() throws IOException {
        proxy = new RefusingProxy();
        blobs = container.store(clock, proxy.client());
        files = UseCases.over(store, blobs, clock);
    }

    @AfterEach
    void stopTheProxy() {
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource
    void endsAndFailsNothing(OddUpload odd) {
        UploadLink good = committedAt("good.txt");
        UploadLink upload = send(odd);

        files.commit().commit(blobName(upload));
        everyCallAnswers(odd, upload);
        odd.harass(client, upload.link());
        everyCallAnswers(odd, upload);
        nothingFails(sweepAfter(UNTIL_LINKS_HAVE_ENDED));
        everyCallAnswers(odd, upload);
        ended(odd, upload);
        nothingFails(sweepAfter(Duration.ofDays(8)));

        recordsAndStorageAgree();
        assertThat(read(good)).isEqualTo("good.txt");
        files.delete().delete(workspace, upload.fileId(), ada);
        files.delete().delete(workspace, good.fileId(), ada);
        nothingFails(sweepAfter(Duration.ofDays(31)));
        nothingFails(sweepAfter(Duration.ofDays(31)));
        assertThat(container.blobNames()).isEmpty();
    }

    final UploadLink send(OddUpload odd) {
        UploadLink upload = issue();
        odd.send(client, upload.link());
        String refusal = odd.refusal();
        if (refusal != null) {
            proxy.refuse(blobName(upload).toString(), refusal);
        }
        return upload;
    }

    /** None of them with what an outage is answered with. */
    private void everyCallAnswers(OddUpload odd, UploadLink upload) {
        files.list().refresh(workspace, CheckEffort.FULL);
        files.listUploads().page(workspace, upload.fileId(), null, 1_000);
        UploadState state = files.uploads().state(workspace, upload.fileId(), upload.versionId());
        if (becomesAVersion(odd)) {
            assertThat(state.version().state()).isEqualTo(VersionState.COMMITTED);
            assertThat(read(upload)).isEqualTo(odd == OddUpload.NO_BLOCKS ? "" : "bytes");
            assertThatThrownBy(() -> cancel(upload)).isInstanceOf(NoUploadInProgressException.class);
        } else {
            assertThatThrownBy(() -> read(upload)).isInstanceOf(UnknownFileException.class);
        }
        if (state.version().state() != VersionState.PENDING) {
            assertThatThrownBy(() ->
                            files.relink().relink(workspace, upload.fileId(), upload.versionId(), Declaration.NONE))
                    .isInstanceOf(NoUploadInProgressException.class);
        }
    }

    private void ended(OddUpload odd, UploadLink upload) {
        RejectionReason reason = files.uploads()
                .state(workspace, upload.fileId(), upload.versionId())
                .version()
                .rejection();
        assertThat(reason).isEqualTo(odd.rejection());
        if (reason != null && !reason.keepsBytes()) {
            assertThat(container.blobNames())
                    .noneMatch(name -> name.startsWith(blobName(upload).toString()));
        }
    }

    private void recordsAndStorageAgree() {
        RecordsFromStorage recorded = from(store, 1_000);
        recorded.check();
        assertThat(recorded.found()).extracting(Finding::kind).noneMatch(Finding.Kind::isDifference);
        from(empty, 1_000).rebuild();
        assertThat(rebuilt()).isEqualTo(before());
    }

    private String read(UploadLink upload) {
        return download(files.read()
                .read(workspace, upload.fileId(), FileQuery.of(null, true, false))
                .download());
    }

    final void cancel(UploadLink upload) {
        files.uploads().cancel(workspace, upload.fileId(), upload.versionId());
    }

    static boolean becomesAVersion(OddUpload odd) {
        return odd.rejection() == null;
    }

    static void nothingFails(SweepReport swept) {
        assertThat(swept.failed()).isZero();
        assertThat(swept.finished()).isTrue();
    }
}
