package dev.fileapi.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.access.Caller;
import dev.fileapi.access.KeysUnavailableException;
import dev.fileapi.access.UnauthenticatedException;
import dev.fileapi.access.testing.Issuer;
import dev.fileapi.access.testing.KeysServer;
import dev.fileapi.local.StandingClock;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private final StandingClock clock = new StandingClock(TokenChecks.NOW);
    private final Issuer issuer = new Issuer(clock);
    private final KeysServer server = new KeysServer(Issuer.jwks(Issuer.RSA));
    private final TokenChecks checks = TokenChecks.withKeysAt(clock, server.url());

    @AfterEach
    void stop() {
        checks.close();
        server.close();
    }

    @Test
    void aGoodTokenIsVerifiedOnce() {
        String token = issuer.token(Issuer.RSA);

        Caller first = checks.callerOf(token);
        for (int i = 0; i < 9; i++) {
            clock.move(Duration.ofMinutes(5));
            assertThat(checks.callerOf(token)).isSameAs(first);
        }
        assertThat(checks.verifications()).isEqualTo(1);
    }

    @Test
    void anotherTokenOfTheSameUserIsVerified() {
        checks.callerOf(issuer.token(Issuer.RSA));
        checks.callerOf(issuer.token(Issuer.RSA, issuer.claims().jwtID("2")));

        assertThat(checks.verifications()).isEqualTo(2);
    }

    @Test
    void itIsForgottenWhenItExpires() {
        String token = issuer.token(Issuer.RSA);
        checks.callerOf(token);

        clock.move(Duration.ofHours(1).plusSeconds(59));
        checks.callerOf(token);
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> checks.callerOf(token))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void itIsForgottenWhenItsKeyIsWithdrawn() {
        String token = issuer.token(Issuer.RSA);
        checks.callerOf(token);
        server.publish(Issuer.jwks(Issuer.OTHER_RSA));

        clock.move(TokenChecks.LIFETIME);
        assertThatThrownBy(() -> checks.callerOf(token)).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void itIsOfNoUseOnceTheKeysHaveBeenOutOfReachForTooLong() {
        String token = issuer.token(
                Issuer.RSA,
                issuer.claims().expirationTime(Date.from(clock.instant().plus(Duration.ofDays(1)))));
        checks.callerOf(token);
        server.close();

        clock.move(TokenChecks.LIFETIME.plus(TokenChecks.OUTAGE).minusSeconds(1));
        checks.callerOf(token);
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> checks.callerOf(token)).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void refusalsAreNotRemembered() {
        String token = issuer.token(Issuer.RSA, issuer.claims().audience("other"));

        assertThatThrownBy(() -> checks.callerOf(token)).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> checks.callerOf(token)).isInstanceOf(UnauthenticatedException.class);
        assertThat(checks.verifications()).isEqualTo(2);
    }
}
