package dev.fileapi.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import dev.fileapi.access.UnauthenticatedException;
import dev.fileapi.access.testing.Issuer;
import dev.fileapi.local.StandingClock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenValidationTest {

    private final StandingClock clock = new StandingClock(TokenChecks.NOW);
    private final Issuer issuer = new Issuer(clock);
    private final TokenChecks checks = TokenChecks.withKeys(clock, Issuer.jwks(Issuer.RSA, Issuer.EC));

    @AfterEach
    void stop() {
        checks.close();
    }

    @Test
    void tokensOfRs256AndEs256AreGood() {
        assertThatCode(() -> checks.callerOf(issuer.token(Issuer.RSA))).doesNotThrowAnyException();
        assertThatCode(() -> checks.callerOf(issuer.token(Issuer.EC))).doesNotThrowAnyException();
    }

    @Test
    void accessTokensMayBeTypedAsSuch() {
        assertThatCode(() -> checks.callerOf(issuer.tokenOfType(Issuer.RSA, "at+jwt")))
                .doesNotThrowAnyException();
        assertThatCode(() -> checks.callerOf(issuer.tokenOfType(Issuer.RSA, "JWT")))
                .doesNotThrowAnyException();
        assertRefused(issuer.tokenOfType(Issuer.RSA, "logout+jwt"), "type");
    }

    @Test
    void aTokenWithoutKeyIdIsCheckedWithEveryKey() {
        JWSHeader header = new JWSHeader(JWSAlgorithm.RS256);

        assertThatCode(() -> checks.callerOf(issuer.token(Issuer.RSA, header, issuer.claims())))
                .doesNotThrowAnyException();
        assertRefused(issuer.token(Issuer.OTHER_RSA, header, issuer.claims()), "signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9.e30", "eyJhbGciOjF9.e30.AA"})
    void whatIsNoTokenIsMalformed(String token) {
        assertRefused(token, "malformed");
    }

    @Test
    void aTokenOfManyKilobytesIsMalformed() {
        assertRefused(issuer.token(Issuer.EC, issuer.claims().claim("x", "x".repeat(40_000))), "malformed");
    }

    @Test
    void claimsOfTheWrongTypeAreMalformed() {
        assertRefused(issuer.token(Issuer.EC, issuer.claims().claim("exp", "tomorrow")), "malformed");
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused(new PlainJWT(issuer.claims().build()).serialize(), "malformed");
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws Exception {
        OctetSequenceKey secret = new OctetSequenceKey.Builder(
                        Issuer.RSA.toPublicKey().getEncoded())
                .keyID(Issuer.RSA.getKeyID())
                .build();

        assertRefused(issuer.token(secret, JWSAlgorithm.HS256, issuer.claims()), "algorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void otherAlgorithmsAreRefused(String algorithm) {
        assertRefused(issuer.token(Issuer.RSA, JWSAlgorithm.parse(algorithm), issuer.claims()), "algorithm");
    }

    @Test
    void aKeyServesOnlyTheAlgorithmItNames() {
        RSAKey forRs512 =
                new RSAKey.Builder(Issuer.RSA).algorithm(JWSAlgorithm.RS512).build();

        try (TokenChecks others = TokenChecks.withKeys(clock, Issuer.jwks(forRs512))) {
            assertRefused(others, issuer.token(Issuer.RSA), "does not publish");
        }
    }

    @Test
    void aKeyForEncryptionChecksNoSignature() {
        RSAKey forEncryption =
                new RSAKey.Builder(Issuer.RSA).keyUse(KeyUse.ENCRYPTION).build();

        try (TokenChecks others = TokenChecks.withKeys(clock, Issuer.jwks(forEncryption))) {
            assertRefused(others, issuer.token(Issuer.RSA), "does not publish");
        }
    }

    @Test
    void aTokenOfAnUnknownKeyIsRefused() {
        assertRefused(issuer.token(Issuer.OTHER_RSA), "does not publish");
    }

    @Test
    void aTokenOfAnotherKeyUnderAKnownIdIsRefused() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(Issuer.RSA.getKeyID())
                .build();

        assertRefused(issuer.token(Issuer.OTHER_RSA, header, issuer.claims()), "signature");
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsRefused() {
        String[] good = issuer.token(Issuer.EC).split("\\.", -1);
        String[] other =
                issuer.token(Issuer.EC, issuer.claims().subject("another user")).split("\\.", -1);

        assertRefused(good[0] + "." + other[1] + "." + good[2], "signature");
    }

    @Test
    void aTokenWithoutEndIsRefused() {
        assertRefused(issuer.token(Issuer.EC, issuer.claims().expirationTime(null)), "exp");
    }

    @Test
    void aTokenIsGoodForAMinuteAfterItsEnd() {
        String token = issuer.token(Issuer.EC);

        clock.move(Duration.ofHours(1).plusSeconds(59));
        assertThatCode(() -> checks.callerOf(token)).doesNotThrowAnyException();
        clock.move(Duration.ofSeconds(1));
        assertRefused(token, "expired");
    }

    @Test
    void aTokenIsGoodAMinuteBeforeItsBeginning() {
        Date beginning = Date.from(clock.instant().plusSeconds(61));
        String token = issuer.token(Issuer.EC, issuer.claims().notBeforeTime(beginning));

        assertRefused(token, "not valid yet");
        clock.move(Duration.ofSeconds(1));
        assertThatCode(() -> checks.callerOf(token)).doesNotThrowAnyException();
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertRefused(issuer.token(Issuer.EC, issuer.claims().issuer("https://evil.example.com")), "another issuer");
        assertRefused(issuer.token(Issuer.EC, issuer.claims().issuer(null)), "another issuer");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        String none = null;

        assertRefused(issuer.token(Issuer.EC, issuer.claims().audience("api://other")), "another service");
        assertRefused(issuer.token(Issuer.EC, issuer.claims().audience(none)), "another service");
        assertThatCode(() -> checks.callerOf(
                        issuer.token(Issuer.EC, issuer.claims().audience(List.of("api://other", Issuer.AUDIENCE)))))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherClaimMayNameTheAudience() {
        String none = null;

        try (TokenChecks cognito = TokenChecks.withAudienceIn("client_id", clock, Issuer.jwks(Issuer.EC))) {
            assertThatCode(() -> cognito.callerOf(issuer.token(
                            Issuer.EC, issuer.claims().audience(none).claim("client_id", Issuer.AUDIENCE))))
                    .doesNotThrowAnyException();
            assertRefused(
                    cognito, issuer.token(Issuer.EC, issuer.claims().claim("client_id", "other")), "another service");
            assertRefused(cognito, issuer.token(Issuer.EC, issuer.claims()), "another service");
        }
        assertRefused(
                issuer.token(Issuer.EC, issuer.claims().audience(none).claim("client_id", Issuer.AUDIENCE)),
                "another service");
    }

    private void assertRefused(String token, String why) {
        assertRefused(checks, token, why);
    }

    private static void assertRefused(TokenChecks checks, String token, String why) {
        assertThatThrownBy(() -> checks.callerOf(token))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining(why)
                .hasNoCause()
                .satisfies(e -> {
                    for (String part : token.split("\\.", -1)) {
                        assertThat(part.length() > 8 && e.toString().contains(part))
                                .isFalse();
                    }
                });
    }
}
