package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.fileapi.files.IssueUpload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What every answer carries, whatever it answers. */
class AnswerHeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ORIGIN = "https://app.example.com";

    @RegisterExtension
    static final WebApi api = new WebApi().with("fileapi.http.cors-origins", ORIGIN);

    /** Over http, after a proxy that ends TLS and is known by the public URL. */
    @RegisterExtension
    static final WebApi proxied = new WebApi().with("fileapi.http.public-url", "https://files.example.com");

    @ParameterizedTest
    @CsvSource({
        "GET, /files, 200",
        "HEAD, /files, 200",
        "PUT, /files/path/a.txt, 200",
        "DELETE, /files/path/none.txt, 204",
        "GET, /files/path/none.txt, 404",
        "GET, /elsewhere, 404",
        "PATCH, /files, 405",
        "GET, /files?limit=0, 422"
    })
    void anAnswerHasAnIdAndIsNotCached(String method, String rest, int status) {
        Answer answer = api.call(method, rest);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("x-ms-request-id")).isNotBlank();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aBrowserIsToldToStayWithHttpsWhereItIsServedOverHttps() {
        String header = "Strict-Transport-Security";
        HttpFunction function = api.instances().getInstance(HttpFunction.class);

        for (String path : List.of("/file/health_check", "/elsewhere", api.address("/files"), "/file/docs?a=|")) {
            assertThat(new FakeRequest("https://files.example.com" + path)
                            .sendTo(function)
                            .getHeader(header))
                    .isEqualTo("max-age=31536000");
            assertThat(new FakeRequest("http://localhost" + path)
                            .sendTo(function)
                            .getHeader(header))
                    .isNull();
        }
        assertThat(api.call("GET", "/files").header(header)).isEmpty();
        assertThat(proxied.call("GET", "/files").header(header)).isEqualTo("max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files", "/files/path/none.txt", "/files?limit=0"})
    void headTellsWhatGetWould(String rest) {
        Answer head = api.call("HEAD", rest);
        Answer get = api.call("GET", rest);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("Content-Length"))
                .isIn("", get.header("Content-Length"))
                .isNotEqualTo("0");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void soDoTheAnswersToAStrangerAndToABrowserAndTheHealthCheck() {
        Answer stranger = api.send("GET", api.address("/files"), Map.of(), Optional.empty());
        Answer preflight = api.send(
                "OPTIONS",
                api.address("/files"),
                Map.of("origin", ORIGIN, "access-control-request-method", "GET"),
                Optional.empty());
        Answer health = api.send("GET", "/file/health_check", Map.of(), Optional.empty());

        for (Answer answer : new Answer[] {stranger, preflight, health}) {
            assertThat(answer.header("x-ms-request-id")).isNotBlank();
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(stranger.header("Access-Control-Expose-Headers")).isEmpty();
        assertThat(preflight.header("Access-Control-Expose-Headers")).contains("x-ms-request-id");
    }

    @Test
    void aProblemRepeatsTheId() {
        Answer refusal = api.call("GET", "/files/path/none.txt");
        Answer batch = api.post("/uploads", "{\"paths\": [\"a//b\"]}");

        assertThat(refusal.text("instance")).isEqualTo(refusal.header("x-ms-request-id"));
        assertThat(batch.json().at("/uploads/0/problem/instance").asText()).isEqualTo(batch.header("x-ms-request-id"));
    }

    @Test
    void theIdIsFoundInTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(IssueUpload.class);
        log.start();
        logger.addAppender(log);

        Answer link =
                api.call("PUT", "/files/path/a.txt", Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));

        logger.detachAppender(log);
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("invocation_id", link.header("x-ms-request-id"))
                        .containsEntry("operation_Id", TRACE));
    }

    @Test
    void aTraceIsContinued() {
        String sent = "00-" + TRACE + "-00f067aa0ba902b7-01";

        assertThat(api.call("GET", "/files", Map.of("traceparent", sent)).header("traceparent"))
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                .isNotEqualTo(sent);
        assertThat(api.call("GET", "/files", Map.of("traceparent", "nonsense")).header("traceparent"))
                .isEmpty();
    }

    @Test
    void theCallersOwnIdIsSentBack() {
        String longest = "~ ".repeat(127) + "~";

        assertThat(callWithId("order 66")).isEqualTo("order 66");
        assertThat(callWithId(longest)).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9", "a\tb"})
    void anIdThatCannotBeSentBackIsLeftOut(String id) {
        assertThat(callWithId(id)).isEmpty();
        assertThat(callWithId("x".repeat(256))).isEmpty();
    }

    @Test
    void aRefusedMethodNamesTheAddressAsItWasSent() {
        Answer refusal = api.call("POST", "/files/path/a%2Fb+c.txt");

        assertThat(refusal.status()).isEqualTo(405);
        assertThat(refusal.text("detail"))
                .isEqualTo("POST is not allowed for " + api.address("/files/path/a%2Fb+c.txt") + "; see /file/docs");
    }

    @Test
    void anUnknownAddressTellsWhereTheDescriptionIs() {
        for (String address : new String[] {"/elsewhere", "/token_info", "/file/docs/none"}) {
            Answer refusal = api.send("GET", address, Map.of(), Optional.empty());

            assertThat(refusal.problem()).isEqualTo("404 /bad-request");
            assertThat(refusal.text("detail")).isEqualTo("No such endpoint; see /file/docs");
        }
    }

    private static String callWithId(String id) {
        return api.call("GET", "/files", Map.of("x-ms-client-request-id", id)).header("x-ms-client-request-id");
    }
}
