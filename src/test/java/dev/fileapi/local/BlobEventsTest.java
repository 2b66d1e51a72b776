package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.fileapi.local.functions.FunctionsHost;
import dev.fileapi.local.functions.FunctionsHostOptions;
import dev.fileapi.local.samples.Journal;
import dev.fileapi.local.samples.Samples;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlobEventsTest {

    private final Journal journal = new Journal();
    private final BlobEvents events = new BlobEvents(Clock.systemUTC());
    private FunctionsHost host;

    @BeforeEach
    void start() throws Exception {
        host = FunctionsHost.start(
                Samples.app(journal), FunctionsHostOptions.defaults().withTimers(false));
        journal.entries().clear();
    }

    @AfterEach
    void stop() throws IOException {
        events.close();
        host.close();
    }

    @Test
    void aCommitIsToldToEverySubscriber() throws Exception {
        assertThat(host.webhooks()).hasSize(1);
        events.subscribe(host.webhooks().get(0));

        events.raise(new BlobCommit("PutBlockList", "files", "a/b c"));

        await().untilAsserted(() -> assertThat(journal.entries())
                .singleElement()
                .asString()
                .contains("\"subject\":\"/blobServices/default/containers/files/blobs/a/b c\"")
                .contains("\"eventType\":\"Microsoft.Storage.BlobCreated\"")
                .contains("\"api\":\"PutBlockList\""));
    }

    @Test
    void aDeliveryThatFailsIsRepeated() throws Exception {
        events.subscribe(host.webhooks().get(0));

        events.raise(new BlobCommit("PutBlob", "files", "fail"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(journal.entries()).hasSize(2).startsWith("failed"));
    }

    @Test
    void aWebhookThatDoesNotAgreeIsNotSubscribed() {
        assertThatIOException().isThrownBy(() -> events.subscribe(host.webhook("NoSuchFunction")));

        events.raise(new BlobCommit("PutBlob", "files", "a"));

        assertThat(journal.entries()).isEqualTo(List.of());
    }
}
