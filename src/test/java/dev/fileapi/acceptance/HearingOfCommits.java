package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.Workspace;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.TokenOrder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With blob events, nobody has to read a file for its upload to be recorded. */
class HearingOfCommits {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory());

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void anUploadIsListedSoonAfterItsBytesAreIn() {
        String token = HOST.host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
        Caller caller = new Caller(HOST.host(), workspace, token);

        new LinkHolder().put(caller.upload("a/b.txt").link("upload"), "bytes");

        await().untilAsserted(() ->
                assertThat(caller.send("GET", "/files").each("files", "name")).containsExactly("b.txt"));
    }
}
