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

/** With blob events, nobody has to read a file for its upload to be recorded. */
abstract class CommitNoticeTestBase {

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    @Test
    void anUploadIsListedSoonAfterItsBytesAreIn() {
        String token = host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
        Caller caller = new Caller(host(), workspace, token);

        new LinkHolder().put(caller.upload("a/b.txt").link("upload"), "bytes");

        await().untilAsserted(() ->
                assertThat(caller.send("GET", "/files").each("files", "name")).containsExactly("b.txt"));
    }
}
