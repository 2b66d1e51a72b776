package dev.fileapi.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import dev.fileapi.access.Caller;
import dev.fileapi.access.KeysUnavailableException;
import dev.fileapi.access.UnauthenticatedException;
import dev.fileapi.access.testing.Issuer;
import dev.fileapi.access.testing.KeysServer;
import dev.fileapi.local.StandingClock;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** The last of its letters has bits that decoders ignore, and some take padding and whatever is not of their alphabet. */
    @Test
    void onlyOneSpellingOfASignatureIsGood() {
        String token = issuer.token(Issuer.RSA);
        checks.callerOf(token);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        String sameBytes = token.substring(0, token.length() - 1) + alphabet.charAt(last + 1);

        for (String spelling : List.of(sameBytes, token + "=", token + "==", token + "~", token + ".")) {
            assertThatThrownBy(() -> checks.callerOf(spelling))
                    .as(spelling)
                    .isInstanceOf(UnauthenticatedException.class)
                    .hasMessageContaining("malformed");
        }
        assertThat(checks.verifications()).isEqualTo(1);
        assertThat(checks.remembered()).isEqualTo(1);
    }

    /** With ES256 everybody can make a second signature of the first: (r, n - s) for (r, s). */
    @Test
    void aTokenIsRememberedOnceThoughItHasASecondSignature() throws Exception {
        try (TokenChecks es256 = TokenChecks.withKeysAndMemory(clock, Issuer.jwks(Issuer.EC), 10_000)) {
            String token = issuer.token(Issuer.EC);
            String second = withOtherSignature(token);

            for (int i = 0; i < 3; i++) {
                assertThat(es256.callerOf(token)).isEqualTo(es256.callerOf(second));
            }

            assertThat(second).isNotEqualTo(token);
            assertThat(es256.remembered()).isEqualTo(1);
        }
    }

    @Test
    void tokensThatTellMuchAreFewer() {
        long most = 100;
        try (TokenChecks small = TokenChecks.withKeysAndMemory(clock, Issuer.jwks(Issuer.RSA), 100);
                TokenChecks large = TokenChecks.withKeysAndMemory(clock, Issuer.jwks(Issuer.RSA), 100)) {
            Map<String, String> roles = IntStream.range(0, 200)
                    .boxed()
                    .collect(Collectors.toMap(at -> UUID.randomUUID().toString(), at -> "viewer"));
            for (int i = 0; i < 2 * most; i++) {
                String id = Integer.toString(i);
                small.callerOf(issuer.token(Issuer.RSA, issuer.claims().jwtID(id)));
                large.callerOf(
                        issuer.token(Issuer.RSA, issuer.claims().jwtID(id).claim("workspace_roles", roles)));
            }

            assertThat(small.remembered()).isBetween(most - 5, most);
            assertThat(large.remembered()).isBetween(6L, 12L);
        }
    }

    private static String withOtherSignature(String token) {
        BigInteger order = Curve.P_256.toECParameterSpec().getOrder();
        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        byte[] other = order.subtract(s).toByteArray();
        byte[] changed = Arrays.copyOf(signature, 64);
        Arrays.fill(changed, 32, 64, (byte) 0);
        int length = Math.min(32, other.length);
        System.arraycopy(other, other.length - length, changed, 64 - length, length);
        return token.substring(0, dot + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
    }
}
