package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.local.StandingClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberingTokens {

    private final StandingClock clock = new StandingClock(Settings.NOW);
    private final Issuer issuer = new Issuer(clock);
    private final KeysServer server = new KeysServer(Issuer.jwks(Issuer.RSA));
    private final AccessSettings settings = Settings.publishedKeys(server.url());
    private final Keys keys =
            new PublishedKeys(new KeysEndpoint(URI.create(server.url()), Duration.ofSeconds(5)), settings, clock);
    private final CountingVerifier verifier = new CountingVerifier(keys, settings, clock);
    private final Callers callers = new Callers(keys, verifier, new CallerClaims(settings), settings, clock);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGoodTokenIsVerifiedOnce() {
        String token = issuer.token(Issuer.RSA);

        Caller first = callers.callerOf(token);
        for (int i = 0; i < 9; i++) {
            clock.move(Duration.ofMinutes(5));
            assertThat(callers.callerOf(token)).isSameAs(first);
        }
        assertThat(verifier.verifications.get()).isEqualTo(1);
    }

    @Test
    void anotherTokenOfTheSameUserIsVerified() {
        callers.callerOf(issuer.token(Issuer.RSA));
        callers.callerOf(issuer.token(Issuer.RSA, issuer.claims().jwtID("2")));

        assertThat(verifier.verifications.get()).isEqualTo(2);
    }

    @Test
    void itIsForgottenWhenItExpires() {
        String token = issuer.token(Issuer.RSA);
        callers.callerOf(token);

        clock.move(Duration.ofHours(1).plusSeconds(59));
        callers.callerOf(token);
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> callers.callerOf(token))
                .isInstanceOf(MissingTokenException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void itIsForgottenWhenItsKeyIsWithdrawn() {
        String token = issuer.token(Issuer.RSA);
        callers.callerOf(token);
        server.publish(Issuer.jwks(Issuer.OTHER_RSA));

        clock.move(Settings.LIFETIME);
        assertThatThrownBy(() -> callers.callerOf(token)).isInstanceOf(MissingTokenException.class);
    }

    @Test
    void itIsOfNoUseOnceTheKeysHaveBeenOutOfReachForTooLong() {
        String token = issuer.token(
                Issuer.RSA,
                issuer.claims().expirationTime(Date.from(clock.instant().plus(Duration.ofDays(1)))));
        callers.callerOf(token);
        server.close();

        clock.move(Settings.LIFETIME.plus(Settings.OUTAGE).minusSeconds(1));
        callers.callerOf(token);
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> callers.callerOf(token)).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void refusalsAreNotRemembered() {
        String token = issuer.token(Issuer.RSA, issuer.claims().audience("other"));

        assertThatThrownBy(() -> callers.callerOf(token)).isInstanceOf(MissingTokenException.class);
        assertThatThrownBy(() -> callers.callerOf(token)).isInstanceOf(MissingTokenException.class);
        assertThat(verifier.verifications.get()).isEqualTo(2);
    }

    /** Counts what it verifies. */
    private static final class CountingVerifier extends TokenVerifier {

        final AtomicInteger verifications = new AtomicInteger();

        CountingVerifier(Keys keys, AccessSettings settings, Clock clock) {
            super(keys, settings, clock);
        }

        @Override
        Verified verify(String token) {
            verifications.incrementAndGet();
            return super.verify(token);
        }
    }
}
