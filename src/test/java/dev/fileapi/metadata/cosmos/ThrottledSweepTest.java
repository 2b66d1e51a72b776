package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.SweepReport;
import dev.fileapi.local.cosmos.Fault;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a tick did not get done is done by the next one. */
class ThrottledSweepTest {

    private static EmulatedStore cosmos;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @BeforeAll
    static void start() {
        cosmos = new EmulatedStore();
    }

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    @Test
    void whatCouldNotBeRecordedStaysDue() {
        uploadNobodyToldOf();
        cosmos.emulator.fail(Fault.onWrites(), Integer.MAX_VALUE, new Fault.Refused(429, 3200));
        assertThat(sweep().failed()).isEqualTo(1);

        cosmos.emulator.heal();

        assertThat(sweep().committed()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeAskedForStaysDue() {
        uploadNobodyToldOf();
        cosmos.emulator.fail(Fault.on("query docs"), Integer.MAX_VALUE, new Fault.Refused(429, 3200));
        assertThatThrownBy(ThrottledSweepTest::sweep).isInstanceOf(MetadataStoreBusyException.class);

        cosmos.emulator.heal();

        assertThat(sweep().committed()).isEqualTo(1);
    }

    private void uploadNobodyToldOf() {
        User user = new User(UUID.randomUUID(), null, null);
        UploadLink link =
                cosmos.files.issue().issue(workspace, FilePath.parse("a"), user, null, null, Declaration.NONE);
        cosmos.blobs.commit(new BlobName(workspace, link.fileId(), link.versionId()));
        cosmos.clock.move(Duration.ofMinutes(6));
    }

    private static SweepReport sweep() {
        return cosmos.files.sweep().run(cosmos.clock.instant().plus(Duration.ofMinutes(5)));
    }
}
