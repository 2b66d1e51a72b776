package dev.fileapi.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events of committed blobs to webhooks, as Event Grid does ("Azure Blob Storage as an Event Grid source", "Event Grid message delivery and
 * retry"): at least once, again after a failure, each time later, but for 400 and 413. Delays are shorter here.
 */
final class BlobEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlobEvents.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE_HEADER = "aeg-event-type";
    private static final String BLOBS = "https://" + Azurite.ACCOUNT + ".blob.core.windows.net/";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration MAX_DELAY = Duration.ofMinutes(1);
    private static final int MAX_ATTEMPTS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> webhooks = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Clock clock;
    private volatile boolean closed;

    public BlobEvents(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sends events to the webhook from now on.
     *
     * @throws IOException when it does not say that it may be
     */
    void subscribe(URI webhook) throws IOException, InterruptedException {
        String code = UUID.randomUUID().toString();
        ObjectNode event = event("Microsoft.EventGrid.SubscriptionValidationEvent", "");
        event.putObject("data").put("validationCode", code);
        HttpResponse<String> answer =
                http.send(request(webhook, "SubscriptionValidation", event), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200
                || !code.equals(
                        JSON.readTree(answer.body()).path("validationResponse").asText())) {
            throw new IOException("The webhook did not validate: status " + answer.statusCode());
        }
        webhooks.add(webhook);
    }

    /** Sends an event to all webhooks, in the background. */
    void raise(BlobCommit commit) {
        String subject = "/blobServices/default/containers/" + commit.container() + "/blobs/" + commit.blob();
        ObjectNode event = event("Microsoft.Storage.BlobCreated", subject);
        event.putObject("data")
                .put("api", commit.api())
                .put("requestId", UUID.randomUUID().toString())
                .put("blobType", "BlockBlob")
                .put("url", BLOBS + commit.container() + "/" + commit.blob())
                .put("sequencer", "%032x".formatted(sequence.incrementAndGet()));
        webhooks.forEach(webhook -> deliver(request(webhook, "Notification", event), 1));
    }

    /** Stops; undelivered events are lost. */
    @Override
    public void close() {
        closed = true;
    }

    private void deliver(HttpRequest request, int attempt) {
        if (closed) {
            return;
        }
        CompletableFuture<Void> delivery = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null ? answer.statusCode() : 503)
                .thenAccept(status -> answered(request, attempt, status));
        LOG.trace("event on its way: attempt={} delivery={}", attempt, delivery);
    }

    private void answered(HttpRequest request, int attempt, int status) {
        boolean delivered = status >= 200 && status < 300;
        boolean lost = status == 400 || status == 413 || attempt == MAX_ATTEMPTS;
        if (!delivered) {
            LOG.info("event not delivered: status={} attempt={} again={}", status, attempt, !lost);
        }
        if (!delivered && !lost) {
            long seconds = Math.min(1L << (attempt - 1), MAX_DELAY.toSeconds());
            Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
            later.execute(() -> deliver(request, attempt + 1));
        }
    }

    private ObjectNode event(String type, String subject) {
        return JSON.createObjectNode()
                .put("topic", "/local/blobs")
                .put("subject", subject)
                .put("eventType", type)
                .put("id", UUID.randomUUID().toString())
                .put("eventTime", clock.instant().toString())
                .put("dataVersion", "")
                .put("metadataVersion", "1");
    }

    private static HttpRequest request(URI webhook, String type, ObjectNode event) {
        return HttpRequest.newBuilder(webhook)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(TYPE_HEADER, type)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.createArrayNode().add(event).toString()))
                .build();
    }
}
