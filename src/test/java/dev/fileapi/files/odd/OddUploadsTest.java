package dev.fileapi.files.odd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.NoUploadInProgressException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As on every store, and what becomes of odd uploads that are not noticed before their file is deleted or they are cancelled. */
class OddUploadsTest extends OddUploadsTestBase {

    @ParameterizedTest
    @EnumSource
    void endsWithoutAnyEventAndAfterItsFileWasDeleted(OddUpload odd) {
        UploadLink upload = send(odd);
        files.delete().delete(workspace, upload.fileId(), ada);

        nothingFails(sweepAfter(Duration.ofMinutes(6)));
        odd.harass(client, upload.link());
        nothingFails(sweepAfter(Duration.ofDays(31)));
        nothingFails(sweepAfter(Duration.ofDays(8)));
        nothingFails(sweepAfter(Duration.ofDays(31)));

        assertThat(store.findFile(workspace, upload.fileId())).isEmpty();
        assertThat(container.blobNames()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void canBeCancelledBeforeAnythingIsNoticed(OddUpload odd) {
        UploadLink upload = send(odd);

        if (becomesAVersion(odd)) {
            assertThatThrownBy(() -> cancel(upload)).isInstanceOf(NoUploadInProgressException.class);
        } else {
            cancel(upload);
            odd.harass(client, upload.link());
            nothingFails(sweepAfter(UNTIL_LINKS_HAVE_ENDED));
            nothingFails(sweepAfter(Duration.ofDays(8)));
            assertThat(container.blobNames()).isEmpty();
        }
    }
}
