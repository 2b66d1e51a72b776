package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A signature is checked when a request begins, so a slow transfer may end long after its link. Lifetimes are seconds here instead of
 * minutes, and no event is delivered.
 */
class SlowUploadTest {

    private static final Duration LINK = Duration.ofSeconds(4);
    private static final int SIZE = 24 << 20;
    private static final int CHUNKS = 24;

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory()
            .withEvents(false)
            .withSetting("FILEAPI_FILES_UPLOAD_LINK_LIFETIME", LINK.toString())
            .withSetting("FILEAPI_FILES_EARLY_CHECK_AFTER", "PT0.5S")
            .withSetting("FILEAPI_FILES_CLOCK_SKEW", "PT0.5S"));

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void aTransferThatLastsThreeTimesAsLongAsItsLinkIsReadAndListedRightAfterItsEnd() throws IOException {
        String token = HOST.host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
        Caller caller = new Caller(HOST.host(), workspace, token);
        Instant begun = Instant.now();
        Reply upload = caller.upload("slow.bin");

        putSlowly(upload.link("upload"), LINK.multipliedBy(3), chunk -> {
            if (chunk == CHUNKS / 2 || chunk == CHUNKS - 1) {
                HOST.host().run("Sweep");
            }
        });

        assertThat(Duration.between(begun, Instant.now())).isGreaterThan(LINK.multipliedBy(3));
        assertThat(caller.send("GET", "/files").each("files", "name")).containsExactly("slow.bin");
        assertThat(caller.read("slow.bin").at("size").asInt()).isEqualTo(SIZE);
    }

    /** Sends the bytes a chunk at a time; HTTP clients do not send so slowly. */
    private static void putSlowly(URI link, Duration time, Meanwhile meanwhile) throws IOException {
        try (Socket socket = new Socket(link.getHost(), link.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = "PUT " + link.getRawPath() + "?" + link.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + link.getAuthority() + "\r\nx-ms-blob-type: BlockBlob\r\nContent-Length: " + SIZE
                    + "\r\nConnection: close\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[SIZE / CHUNKS];
            for (int i = 0; i < CHUNKS; i++) {
                sleep(time.dividedBy(CHUNKS));
                out.write(chunk);
                meanwhile.sent(i);
            }
            assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 201");
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split("\r\n", 2)[0];
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Meanwhile {
        void sent(int chunk) throws IOException;
    }
}
