package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of more than 8 bytes are read after they were recorded. */
class VerifyFunctionTest {

    @RegisterExtension
    static final WebApi api = new WebApi().with("fileapi.files.checksum.inline-bytes", 8);

    @Test
    void theEventThatRecordsALargeVersionBeginsToReadIt() {
        String blob = uploaded("by-event.txt");

        api.instances().getInstance(BlobCreatedFunction.class).hear("""
                        {"eventType": "Microsoft.Storage.BlobCreated",
                         "subject": "/blobServices/default/containers/%s/blobs/%s"}""".formatted(api.container(), blob));

        assertThat(verification("by-event.txt")).isEqualTo("verified");
    }

    @Test
    void withoutAnEventTheTimerReadsIt() {
        uploaded("by-timer.txt");
        assertThat(verification("by-timer.txt")).isEqualTo("pending");

        api.instances().getInstance(VerifyFunction.class).verify("{}", new NoContext());

        assertThat(verification("by-timer.txt")).isEqualTo("verified");
    }

    private static String verification(String path) {
        return api.call("GET", "/files/path/" + path).text("verification");
    }

    /** Returns the name of the blob. */
    private static String uploaded(String path) {
        String bytes = "more than 8 bytes";
        Answer link = api.json(
                "PUT",
                "/files/path/" + path,
                "{\"checksum\": {\"algorithm\": \"sha-256\", \"value\": \"%s\"}}"
                        .formatted(Base64.getEncoder().encodeToString(Sha256.of(bytes))));
        assertThat(api.put(link.text("upload"), bytes.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(201);
        return api.workspace().organisationId() + "/" + api.workspace().workspaceId() + "/" + link.text("file_id") + "/"
                + link.text("version_id");
    }
}
