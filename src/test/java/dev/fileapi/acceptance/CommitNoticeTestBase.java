package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * With blob events, an upload is recorded without a read of its file. Lists check one upload only here, and a newer one without bytes
 * takes that place: what is listed was recorded because of an event.
 */
abstract class CommitNoticeTestBase {

    static final String LIST_CHECK_BUDGET = "FILEAPI_FILES_LIST_CHECK_BUDGET";

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    @Test
    void anUploadIsListedSoonAfterItsBytesAreIn() {
        String token = host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
        Caller caller = new Caller(host(), workspace, token);

        Reply upload = caller.upload("a/b.txt");
        caller.upload("newer.txt");
        new LinkHolder().put(upload.link("upload"), "bytes");

        await().untilAsserted(() ->
                assertThat(caller.send("GET", "/files").each("files", "name")).containsExactly("b.txt"));
    }
}
