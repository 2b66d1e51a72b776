package dev.fileapi.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with the browser of this machine. */
class BrowserSignInTest {

    private final FakeProvider provider = new FakeProvider();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, String> asked = new HashMap<>();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void theCodeIsExchangedForTokens() {
        Tokens tokens = signIn(state -> "code=CODE&state=" + state);

        assertThat(tokens.accessToken()).isEqualTo("ACCESS");
        assertThat(tokens.refreshToken()).isEqualTo("REFRESH");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "cli")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256");
        assertThat(provider.forms()).singleElement().satisfies(form -> {
            assertThat(form)
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", "CODE")
                    .containsEntry("client_id", "cli")
                    .containsEntry("redirect_uri", asked.get("redirect_uri"));
            assertThat(new ProofKey(form.getOrDefault("code_verifier", "")).challenge())
                    .isEqualTo(asked.get("code_challenge"));
        });
    }

    /** The example of RFC 7636, appendix B. */
    @Test
    void aChallengeIsTheHashOfItsVerifier() {
        assertThat(new ProofKey("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void theAnswerToAnotherSignInIsRefused() {
        List<UnaryOperator<String>> answers = List.of(
                state -> "code=CODE&state=x" + state,
                state -> "code=CODE",
                state -> "error=access_denied&state=other",
                state -> "code=CODE&iss=https%3A%2F%2Fother.example&state=" + state);
        for (UnaryOperator<String> answer : answers) {
            assertThatThrownBy(() -> signIn(answer))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("another sign-in")
                    .satisfies(e -> assertThat(ExitStatus.of(e)).isEqualTo(ExitStatus.ACCESS));
        }
        assertThat(provider.forms()).isEmpty();
    }

    @Test
    void aRefusalIsTold() {
        assertThatThrownBy(() -> signIn(state -> "error=access_denied&error_description=not+you&state=" + state))
                .isInstanceOf(CommandException.class)
                .hasMessage("the sign-in was refused: access_denied: not you");

        provider.next("{\"error\": \"invalid_grant\"}");
        assertThatThrownBy(() -> signIn(state -> "code=CODE&state=" + state))
                .isInstanceOf(CommandException.class)
                .hasMessage("the provider gives no token: invalid_grant");
    }

    @Test
    void theBrowserIsNotWaitedForWithoutEnd() {
        BrowserSignIn impatient = signIn(Duration.ofMillis(50));

        assertThatThrownBy(() -> impatient.signIn(address -> {}))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("has not come back")
                .satisfies(e -> assertThat(ExitStatus.of(e)).isEqualTo(ExitStatus.TRY_AGAIN));
    }

    @Test
    void theAddressToComeBackToIsOfThisMachineAndForOneAnswer() {
        signIn(state -> "code=CODE&state=" + state);

        URI back = URI.create(asked.getOrDefault("redirect_uri", ""));
        assertThat(back.getHost()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> get(back)).isInstanceOf(IOException.class);
    }

    private Tokens signIn(UnaryOperator<String> answer) {
        return signIn(Duration.ofSeconds(10)).signIn(address -> {
            asked.putAll(FakeProvider.parameters(address.getRawQuery()));
            String back = asked.getOrDefault("redirect_uri", "");
            try {
                assertThat(get(URI.create(back.replace("callback", "favicon.ico"))))
                        .isEqualTo(404);
                assertThat(get(URI.create(back + "?" + answer.apply(asked.getOrDefault("state", "")))))
                        .isEqualTo(200);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private BrowserSignIn signIn(Duration timeout) {
        ProviderHttp http = new ProviderHttp();
        return new BrowserSignIn(
                Provider.discover(provider.address(), http), provider.client(), http, timeout, Clock.systemUTC());
    }

    private int get(URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
