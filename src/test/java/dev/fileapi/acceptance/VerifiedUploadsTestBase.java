package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A caller tells the checksum of a file before its bytes are sent, and the service holds them against it. Up to 100 bytes it reads them at
 * once; more in sections of 300, by the timer.
 */
abstract class VerifiedUploadsTestBase {

    private final LinkHolder blobs = new LinkHolder();
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    static HostOptions readingInSections() {
        return HostOptions.inMemory()
                .withEvents(false)
                .withSetting("FILEAPI_FILES_CHECKSUM_INLINE_BYTES", "100")
                .withSetting("FILEAPI_FILES_CHECKSUM_SECTION_BYTES", "300");
    }

    /** How many bytes are sent, and how. */
    enum Sent {
        NONE(0, false),
        SMALL_BLOB(100, false),
        SMALL_BLOCKS(100, true),
        LARGE_BLOB(1_000, false),
        LARGE_BLOCKS(1_000, true);

        private final int size;
        private final boolean blocks;

        Sent(int size, boolean blocks) {
            this.size = size;
            this.blocks = blocks;
        }

        private String bytes() {
            return "x".repeat(size);
        }

        private boolean isReadAtOnce() {
            return size <= 100;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithTheChecksumThatWasToldIsVerified(Sent sent) throws IOException {
        send(upload(sent.bytes()), sent);
        Reply file = caller().read("data.bin");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text("verification")).isEqualTo(sent.isReadAtOnce() ? "verified" : "pending");

        host().run("Verify");

        Reply read = caller().read("data.bin?include_versions=true");
        assertThat(read.text("verification")).isEqualTo("verified");
        assertThat(read.text("checksums/sha-256")).isEqualTo(sha256(sent.bytes()));
        assertThat(read.each("versions", "verification")).containsExactly("verified");
        assertThat(caller().send("GET", "/files?checksum=sha-256:" + urlEncoded(sha256(sent.bytes())))
                        .each("files", "verification"))
                .containsExactly("verified");
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithAnotherChecksumIsRejectedAndItsReadersKeepTheVersionBefore(Sent sent) throws IOException {
        Reply before = upload("before");
        blobs.put(before.link("upload"), "before");
        assertThat(caller().read("data.bin").text("verification")).isEqualTo("verified");
        Reply upload = upload("something else");
        send(upload, sent);
        if (sent.isReadAtOnce()) {
            isBefore(before);
        } else {
            assertThat(caller().read("data.bin").text("verification")).isEqualTo("pending");
        }

        host().run("Verify");

        isBefore(before);
        Reply state =
                caller().send("GET", "/files/" + upload.text("file_id") + "/uploads/" + upload.text("version_id"));
        assertThat(state.text("state")).isEqualTo("rejected");
        assertThat(state.text("reason")).isEqualTo("wrong-checksum");
        assertThat(state.text("verification")).isEqualTo("failed");
    }

    private void isBefore(Reply before) {
        Reply file = caller().read("data.bin?include_versions=true");
        assertThat(file.text("version_id")).isEqualTo(before.text("version_id"));
        assertThat(file.each("versions", "version_id")).containsExactly(before.text("version_id"));
        assertThat(new String(blobs.get(file.link("download")).body(), StandardCharsets.UTF_8))
                .isEqualTo("before");
    }

    private Reply upload(String told) {
        Reply upload = caller().sendJson(
                        "PUT",
                        "/files/path/data.bin",
                        "{\"checksum\": {\"algorithm\": \"sha-256\", \"value\": \"%s\"}}".formatted(sha256(told)));
        assertThat(upload.status()).isEqualTo(200);
        return upload;
    }

    private void send(Reply upload, Sent sent) {
        URI link = upload.link("upload");
        if (sent.blocks) {
            int half = sent.size / 2;
            blobs.stage(link, "0001", sent.bytes().substring(0, half));
            blobs.stage(link, "0002", sent.bytes().substring(half));
            assertThat(blobs.commit(link, "0001", "0002").statusCode()).isEqualTo(201);
        } else {
            assertThat(blobs.put(link, sent.bytes()).statusCode()).isEqualTo(201);
        }
    }

    private Caller caller() {
        return new Caller(
                host(), workspace, host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR)));
    }

    private static String sha256(String bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String urlEncoded(String base64) {
        return base64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }
}
