package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of allowed origins may call, and read refusals. */
class CrossOriginTest {

    private static final String ALLOWED = "https://app.example.com";

    @RegisterExtension
    static final WebApi api = new WebApi()
            .with("fileapi.http.cors-origins", ALLOWED + ",https://other.example.com")
            .with("fileapi.http.public-url", "https://public.example.com/");

    @Test
    void areAnsweredBeforehand() {
        Answer answer = preflight(ALLOWED);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("authorization, if-match");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void ofOthersAreNot() {
        Answer answer = preflight("https://evil.example.com");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void canReadRefusals() {
        Answer refusal = api.send("GET", api.address("/files"), Map.of("origin", ALLOWED), Optional.empty());

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
    }

    @Test
    void getLinksUnderThePublicUrl() {
        Answer list = api.call("GET", "/files", Map.of("origin", ALLOWED));

        assertThat(list.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
        assertThat(list.json().get("links").get("self").asText())
                .isEqualTo("https://public.example.com" + api.address("/files"));
    }

    private static Answer preflight(String origin) {
        return api.send(
                "OPTIONS",
                api.address("/files/path/a.txt"),
                Map.of(
                        "origin",
                        origin,
                        "access-control-request-method",
                        "PUT",
                        "access-control-request-headers",
                        "authorization, if-match"),
                Optional.empty());
    }
}
