package dev.fileapi.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.functions.RawHttp.RawAnswer;
import dev.fileapi.local.samples.Journal;
import dev.fileapi.local.samples.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventGridWebhookTest {

    private static final String WEBHOOK = "/runtime/webhooks/EventGrid?functionName=Event&code=key";

    private final Journal journal = new Journal();
    private FunctionsHost host;

    @BeforeEach
    void start() throws Exception {
        host = FunctionsHost.start(
                Samples.app(journal), FunctionsHostOptions.defaults().withTimers(false));
        journal.entries().clear();
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    @Test
    void aSubscriptionIsValidatedByItsCode() throws IOException {
        RawAnswer answer = post("SubscriptionValidation", "[{\"data\":{\"validationCode\":\"512d38b6\"}}]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"512d38b6\"}");
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void aSubscriptionForCloudEventsIsValidatedByItsOrigin() throws IOException {
        RawAnswer answer = new RawHttp(host.address())
                .send("OPTIONS", WEBHOOK, new byte[0], "WebHook-Request-Origin: eventgrid.azure.net");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("WebHook-Allowed-Origin")).containsExactly("eventgrid.azure.net");
    }

    @Test
    void eachEventOfADeliveryIsAnInvocationAtTheSameTime() throws IOException {
        assertThat(post("Notification", "[{\"id\":\"meet 1\"},{\"id\":\"meet 2\"}]")
                        .status())
                .isEqualTo(202);

        assertThat(journal.entries()).containsExactlyInAnyOrder("{\"id\":\"meet 1\"}", "{\"id\":\"meet 2\"}");
    }

    @Test
    void oneCloudEventIsNoArray() throws IOException {
        assertThat(post("Notification", "{\"specversion\":\"1.0\"}").status()).isEqualTo(202);

        assertThat(journal.entries()).containsExactly("{\"specversion\":\"1.0\"}");
    }

    @Test
    void oneFailureFailsTheDeliveryWhenAllHaveRun() throws IOException {
        assertThat(post("Notification", "[{\"id\":\"fail\"},{\"id\":\"2\"}]").status())
                .isEqualTo(500);

        assertThat(journal.entries()).containsExactlyInAnyOrder("failed", "{\"id\":\"2\"}");
    }

    @ParameterizedTest
    @CsvSource({"Unsubscribe, [], 202", "Other, [], 400", "Notification, {, 400"})
    void otherDeliveriesAreAnswered(String type, String body, int status) throws IOException {
        assertThat(post(type, body).status()).isEqualTo(status);
    }

    @Test
    void anUnknownFunctionIsNotFound() throws IOException {
        RawHttp http = new RawHttp(host.address());

        assertThat(http.send("POST", WEBHOOK.replace("=Event", "=Timer"), new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEventCanBeHandedInByHand() throws IOException {
        byte[] body = "{\"input\":\"{\\\"id\\\":\\\"1\\\"}\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(new RawHttp(host.address())
                        .send("POST", "/admin/functions/Event", body)
                        .status())
                .isEqualTo(202);

        assertThat(journal.entries()).containsExactly("{\"id\":\"1\"}");
    }

    private RawAnswer post(String type, String body) throws IOException {
        return new RawHttp(host.address())
                .send("POST", WEBHOOK, body.getBytes(StandardCharsets.UTF_8), "aeg-event-type: " + type);
    }
}
