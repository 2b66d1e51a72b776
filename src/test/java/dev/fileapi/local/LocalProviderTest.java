package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fileapi.local.functions.Answer;
import dev.fileapi.local.functions.Body;
import dev.fileapi.local.functions.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProviderTest {

    private static final String BACK = "http://127.0.0.1:4242/callback";
    private static final Map<String, String> HERE = Map.of("host", "localhost:7071");
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-";

    private final MovableClock clock = new MovableClock();

    @TempDir
    Path folder;

    private LocalProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new LocalProvider(LocalIssuer.in(folder, clock), clock);
    }

    @Test
    void theCommandLineSignsInByACode() throws IOException {
        String code = code("command-line", BACK);

        assertThat(json(redeem(code, BACK, VERIFIER)).has("access_token")).isTrue();
        assertThat(redeem(code, BACK, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void aCodeIsOfNoUseToOthers() {
        assertThat(redeem(code("command-line", BACK), BACK, VERIFIER + "x").status())
                .isEqualTo(400);
        assertThat(redeem(code("command-line", BACK), "http://127.0.0.1:1/callback", VERIFIER)
                        .status())
                .isEqualTo(400);
        String late = code("command-line", BACK);
        clock.move(Duration.ofMinutes(2));
        assertThat(redeem(late, BACK, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void aCodeIsSentToRegisteredAddressesOnly() {
        for (String back :
                new String[] {"https://example.com/callback", BACK + "/x", "http://127.0.0.1.example.com:1/callback"}) {
            assertThat(authorize("command-line", back).status()).as(back).isEqualTo(400);
        }
        assertThat(authorize("console", BACK).status()).isEqualTo(400);
        assertThat(authorize("console", "http://localhost:7071/file/console/signed-in")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void aProgramIsLetInByOneClick() throws IOException {
        JsonNode begun = begin();
        assertThat(error(ask(begun))).isEqualTo("authorization_pending");
        assertThat(get("/device", "user_code=" + begun.get("user_code").asText())
                        .body()
                        .text())
                .contains(begun.get("user_code").asText(), "Let it in");

        assertThat(decide(begun.get("user_code").asText().replace("-", "").toLowerCase(Locale.ROOT), "allow")
                        .status())
                .isEqualTo(200);

        assertThat(json(ask(begun)).has("refresh_token")).isTrue();
        assertThat(error(ask(begun))).isEqualTo("expired_token");
        assertThat(decide(begun.get("user_code").asText(), "allow").status()).isEqualTo(404);
    }

    @Test
    void aProgramIsRefusedOrComesTooLateOrTooOften() throws IOException {
        JsonNode refused = begin();
        decide(refused.get("user_code").asText(), "deny");
        assertThat(error(ask(refused))).isEqualTo("access_denied");

        JsonNode impatient = begin();
        ask(impatient);
        assertThat(error(ask(impatient))).isEqualTo("slow_down");
        clock.move(Duration.ofSeconds(1));
        assertThat(error(ask(impatient))).isEqualTo("authorization_pending");

        clock.move(Duration.ofMinutes(10));
        assertThat(error(ask(impatient))).isEqualTo("expired_token");
        assertThat(decide(impatient.get("user_code").asText(), "allow").status())
                .isEqualTo(404);
    }

    @Test
    void theFormIsTakenFromItsOwnPageOnly() throws IOException {
        JsonNode begun = begin();
        Answer answer = answer(
                "POST",
                "/device",
                Map.of("host", "localhost:7071", "origin", "http://evil.example"),
                Body.of("decision=allow&user_code=" + begun.get("user_code").asText()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(error(ask(begun))).isEqualTo("authorization_pending");
    }

    @Test
    void aRefreshTokenIsGoodOnceAndNotAfterItIsRevoked() throws IOException {
        String first = json(redeem(code("command-line", BACK), BACK, VERIFIER))
                .get("refresh_token")
                .asText();
        String second = json(refresh(first)).get("refresh_token").asText();
        assertThat(error(refresh(first))).isEqualTo("invalid_grant");

        assertThat(post("/revoke", "token=" + second).status()).isEqualTo(200);

        assertThat(error(refresh(second))).isEqualTo("invalid_grant");
    }

    @Test
    void anotherNameOfThisMachineIsNotAnswered() {
        Answer answer = answer(
                "POST", "/device_authorization", Map.of("host", "evil.example"), Body.of("client_id=command-line"));

        assertThat(answer.status()).isEqualTo(400);
    }

    private Answer authorize(String client, String back) {
        return get(
                "/authorize",
                "client_id=" + client + "&redirect_uri=" + back + "&state=s&code_challenge_method=S256&code_challenge="
                        + Secrets.challengeOf(VERIFIER));
    }

    private String code(String client, String back) {
        return authorize(client, back)
                .headers()
                .getOrDefault("Location", "")
                .replaceFirst(".*[?]code=([^&]*)&state=s", "$1");
    }

    private Answer redeem(String code, String back, String verifier) {
        return post(
                "/token",
                "grant_type=authorization_code&code=" + code + "&redirect_uri=" + back + "&code_verifier=" + verifier);
    }

    private Answer refresh(String token) {
        return post("/token", "grant_type=refresh_token&refresh_token=" + token);
    }

    private JsonNode begin() throws IOException {
        return json(post("/device_authorization", "client_id=command-line"));
    }

    private Answer ask(JsonNode begun) {
        return post(
                "/token",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
                        + begun.get("device_code").asText());
    }

    private Answer decide(String userCode, String decision) {
        return post("/device", "user_code=" + userCode + "&decision=" + decision);
    }

    private Answer get(String path, String query) {
        return answer("GET", path + "?" + query, HERE, Body.NONE);
    }

    private Answer post(String path, String form) {
        return answer("POST", path, HERE, Body.of(form));
    }

    private Answer answer(String method, String target, Map<String, String> headers, Body body) {
        Received request = new Received(method, "/local-provider" + target, headers, body);
        return Objects.requireNonNull(provider.pages().get(request.path())).answer(request);
    }

    private static String error(Answer answer) throws IOException {
        return json(answer).get("error").asText();
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new JsonMapper().readTree(answer.body().text());
    }
}
