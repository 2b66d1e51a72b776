package dev.fileapi.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.output.CommandException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with a browser anywhere; time goes by as fast as it is slept. */
class DeviceSignInTest {

    private static final String PENDING = "{\"error\": \"authorization_pending\"}";

    private final FakeProvider provider = new FakeProvider();
    private final SleptClock clock = new SleptClock();
    private final List<Prompt> prompts = new ArrayList<>();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aPersonIsShownTheCodeAndLetsTheProgramIn() {
        provider.next(PENDING, PENDING);

        Tokens tokens = signIn();

        assertThat(tokens.accessToken()).isEqualTo("ACCESS");
        assertThat(prompts).containsExactly(new Prompt("https://id.example/d", "ABCD"));
        assertThat(clock.slept).containsExactly(seconds(2), seconds(2), seconds(2));
        assertThat(provider.forms())
                .allSatisfy(form -> assertThat(form)
                        .containsEntry("device_code", "DEVICE")
                        .containsEntry("client_id", "cli")
                        .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:device_code"));
    }

    @Test
    void whoIsAskedToSlowDownAsksFiveSecondsLessOften() {
        provider.next("{\"error\": \"slow_down\"}", PENDING, "{\"error\": \"slow_down\"}");

        signIn();

        assertThat(clock.slept).containsExactly(seconds(2), seconds(7), seconds(7), seconds(12));
    }

    @Test
    void afterNoAnswerTheNextQuestionWaitsTwiceAsLong() {
        provider.next("", "");

        signIn();

        assertThat(clock.slept).startsWith(seconds(2), seconds(4));
    }

    @Test
    void aRefusalAndALateComerAreTold() {
        provider.next("{\"error\": \"access_denied\"}");
        assertThatThrownBy(this::signIn).hasMessage("the sign-in was refused: access_denied");

        provider.next("{\"error\": \"expired_token\"}");
        assertThatThrownBy(this::signIn).hasMessage("the code has expired: try again");

        provider.token(form -> PENDING);
        assertThatThrownBy(this::signIn)
                .isInstanceOf(CommandException.class)
                .hasMessage("the code has expired: try again");
        assertThat(clock.instant()).isBefore(Instant.EPOCH.plusSeconds(64 + 60));
    }

    @Test
    void anotherErrorEndsIt() {
        provider.next("{\"error\": \"invalid_client\", \"error_description\": \"not registered\"}");

        assertThatThrownBy(this::signIn).hasMessage("the provider gives no token: invalid_client: not registered");
    }

    private Tokens signIn() {
        ProviderHttp http = new ProviderHttp();
        Provider discovered = Provider.discover(provider.address(), http);
        return new DeviceSignIn(discovered, provider.client(), http, clock, clock).signIn(prompts::add);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static final class SleptClock extends Clock implements DeviceSignIn.Pause {

        private final List<Duration> slept = new ArrayList<>();

        @Override
        public void sleep(Duration time) {
            slept.add(time);
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plus(slept.stream().reduce(Duration.ZERO, Duration::plus));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
