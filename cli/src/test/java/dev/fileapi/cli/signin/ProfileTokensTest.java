package dev.fileapi.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tokens are renewed, at a provider that takes each refresh token once. */
class ProfileTokensTest {

    private final FakeProvider provider = new FakeProvider();
    private final AtomicInteger good = new AtomicInteger(1);

    @TempDir
    Path folder;

    private Profiles profiles;

    @BeforeEach
    void rotate() {
        profiles = new Profiles(folder.resolve("fileapi"));
        provider.token(form -> {
            int number = good.get();
            if (!("R" + number).equals(form.get("refresh_token"))) {
                return "{\"error\": \"invalid_grant\"}";
            }
            good.incrementAndGet();
            return "{'access_token': 'A%1$d', 'refresh_token': 'R%1$d', 'expires_in': 3600}"
                    .formatted(number + 1)
                    .replace('\'', '"');
        });
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aFreshTokenIsGivenWithoutTheProvider() {
        keep("A1", "R1", Duration.ofHours(1));

        assertThat(tokens().get()).isEqualTo("A1");
        assertThat(provider.forms()).isEmpty();
    }

    @Test
    void oneThatHasEndedIsRenewedAndKept() {
        keep("A1", "R1", Duration.ofSeconds(-1));

        assertThat(tokens().get()).isEqualTo("A2");

        assertThat(profiles.find("p").orElseThrow().tokens().refreshToken()).isEqualTo("R2");
        assertThat(tokens().get()).isEqualTo("A2");
    }

    @Test
    void oneThatWasRefusedIsRenewed() {
        keep("A1", "R1", Duration.ofHours(1));
        ProfileTokens tokens = tokens();

        assertThat(tokens.get()).isEqualTo("A1");
        assertThat(tokens.get()).isEqualTo("A2");
        assertThat(tokens.get()).isEqualTo("A3");
    }

    @Test
    void aProviderThatGivesNoOtherRefreshTokenKeepsItsFirst() {
        keep("A1", "R1", null);
        provider.next("{\"access_token\": \"A2\"}");
        ProfileTokens tokens = tokens();
        tokens.get();

        assertThat(tokens.get()).isEqualTo("A2");

        assertThat(profiles.find("p").orElseThrow().tokens()).isEqualTo(new Tokens("A2", "R1", null));
    }

    @Test
    void ofManyThatRenewAtOnceOneDoesAndTheOthersUseWhatItGot() throws Exception {
        keep("A1", "R1", Duration.ofSeconds(-1));
        List<Callable<String>> processes = List.of(tokens()::get, tokens()::get, tokens()::get, tokens()::get);
        ExecutorService threads = Executors.newFixedThreadPool(processes.size());
        try {
            for (Future<String> token : threads.invokeAll(processes)) {
                assertThat(token.get()).isEqualTo("A2");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(provider.forms()).hasSize(1);
    }

    @Test
    void whenASignInHasEndedThePersonIsToldWhatToDo() {
        keep("A1", "SECRET", Duration.ofSeconds(-1));
        assertThatThrownBy(tokens()::get)
                .isInstanceOf(CommandException.class)
                .hasMessage("the sign-in of profile p to https://files.example has ended: fileapi login --profile p")
                .satisfies(e -> assertThat(ExitStatus.of(e)).isEqualTo(ExitStatus.ACCESS))
                .satisfies(e -> assertThat(trace(e)).doesNotContain("SECRET"));

        keep("A1", null, Duration.ofSeconds(-1));
        assertThatThrownBy(tokens()::get).hasMessageContaining("has ended");
    }

    @Test
    void tokensOfAnotherServiceAreNotSent() {
        keep("A1", "R1", Duration.ofHours(1));
        ProfileTokens tokens = tokens();
        profiles.replace(
                "p",
                new Profile(provider.address(), null, null, provider.client(), new Tokens("OTHER", "OTHER", null)));

        assertThatThrownBy(tokens::get).hasMessageContaining("is not signed in to https://files.example any more");
    }

    @Test
    void aProviderThatIsNotThereIsTriedAgainLater() {
        keep("A1", "R1", Duration.ofSeconds(-1));
        provider.close();

        assertThatThrownBy(tokens()::get)
                .satisfies(e -> assertThat(ExitStatus.of(e)).isEqualTo(ExitStatus.TRY_AGAIN));
        assertThat(profiles.find("p").orElseThrow().tokens().refreshToken()).isEqualTo("R1");
    }

    private void keep(String accessToken, @Nullable String refreshToken, @Nullable Duration left) {
        Instant end = left == null ? null : Instant.now().plus(left);
        profiles.replace(
                "p",
                new Profile(
                        ProfilesTest.PROFILE.url(),
                        null,
                        null,
                        provider.client(),
                        new Tokens(accessToken, refreshToken, end)));
    }

    /** Returns what a process of its own would have. */
    private ProfileTokens tokens() {
        Clock clock = Clock.systemUTC();
        SignIn signIn = SignIn.with(new ProviderHttp(), address -> {}, clock);
        return new ProfileTokens("p", ProfilesTest.PROFILE.url(), profiles, signIn, clock);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
