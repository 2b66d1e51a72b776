package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import dev.fileapi.commands.Commands;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events on which Event Grid gave up are made good for. */
class DeadLetterReplayTest {

    private static final String EVENT = "{\"id\":\"1\",\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":"
            + "\"/blobServices/default/containers/%s/blobs/%s\",\"data\":{},\"deadLetterReason\":\"MaxDeliveryAttemptsExceeded\","
            + "\"deliveryAttempts\":30}";

    @RegisterExtension
    static final WebApi api = new WebApi();

    private final String container = "dead-" + UUID.randomUUID();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private BlobContainerClient letters;

    @BeforeEach
    void createContainer() {
        letters = new BlobContainerClientBuilder()
                .connectionString(String.valueOf(api.settings().get("fileapi.blobs.connection-string")))
                .containerName(container)
                .buildClient();
        letters.create();
    }

    @Test
    void eachIsGivenToTheFunctionAndRemoved() {
        String one = api.uploadedBlob("dead/one.txt");
        String two = api.uploadedBlob("dead/two.txt");
        letter("a.json", "[" + event(one) + "," + event(two) + "," + event("no/such/blob") + "]");
        int before = api.recorded();

        assertThat(replay("--dry-run")).isZero();
        assertThat(names()).containsExactly("a.json");
        assertThat(api.recorded()).isEqualTo(before);

        assertThat(replay()).as(printed.toString(UTF_8)).isZero();
        assertThat(names()).isEmpty();
        assertThat(api.recorded()).isEqualTo(before + 2);
        assertThat(printed.toString(UTF_8)).contains("reason=MaxDeliveryAttemptsExceeded", one);
    }

    @Test
    void whatCannotBeDoneStaysAndIsReported() {
        letter("b.json", "nonsense");
        letter("c.json", "{}");
        letter("d.json", "[" + event("no/such/blob") + "]");

        assertThat(replay()).isEqualTo(1);

        assertThat(names()).containsExactly("b.json", "c.json");
        assertThat(printed.toString(UTF_8)).contains("skipped b.json", "skipped c.json", "left: 2");
    }

    @Test
    void anEventStaysWhileTheStoreFails() {
        String blob =
                api.workspace().organisationId() + "/" + api.workspace().workspaceId() + "/" + UUID.randomUUID() + "/1";
        letter("e.json", "[" + event(blob) + "]");

        int status = run(Map.of("fileapi.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"));

        assertThat(status).isEqualTo(1);
        assertThat(names()).containsExactly("e.json");
        assertThat(printed.toString(UTF_8)).doesNotContain("127.0.0.1");
    }

    @Test
    void aMissingContainerAndAWrongOptionAreToldInOneLine() {
        letters.delete();

        assertThat(replay()).isEqualTo(2);
        assertThat(replay("--dry")).isEqualTo(2);
        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "fileapi: There is no container " + container + " for dead letters: --container names another",
                        "fileapi: Unknown option: '--dry'; did you mean --dry-run?");
    }

    private int replay(String... options) {
        return run(Map.of(), options);
    }

    private int run(Map<String, Object> otherSettings, String... options) {
        Map<String, Object> settings = new HashMap<>(api.settings());
        settings.putAll(otherSettings);
        List<String> arguments = Stream.concat(
                        Stream.of("replay-dead-letters", "--container", container), Arrays.stream(options))
                .toList();
        PrintWriter out = new PrintWriter(printed, true, UTF_8);
        return Commands.commandLine(() -> settings).setOut(out).setErr(out).execute(arguments.toArray(String[]::new));
    }

    private static String event(String blob) {
        return EVENT.formatted(api.container(), blob);
    }

    private void letter(String name, String content) {
        letters.getBlobClient(name).upload(BinaryData.fromString(content));
    }

    private List<String> names() {
        return letters.listBlobs().stream().map(item -> item.getName()).toList();
    }
}
