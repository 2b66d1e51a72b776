package dev.fileapi.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a token: RS256 or ES256, signed with a key of the issuer that is meant for this, and valid now, for us (RFC 7519; JSON Web
 * Token Best Current Practices, RFC 8725).
 */
@Singleton
class TokenVerifier {

    /** How far the issuer's clock and ours may be apart. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));
    private static final int LONGEST_TOKEN = 32_768;
    private static final String MALFORMED = "The token is malformed: send a signed JSON Web Token.";

    private final Keys keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    TokenVerifier(Keys keys, AccessSettings settings, Clock clock) {
        this.keys = keys;
        this.issuer = settings.requiredIssuer();
        this.audience = settings.requiredAudience();
        this.clock = clock;
    }

    /**
     * A good token's claims.
     *
     * @param end when the token ceases to be accepted
     * @param keys what it was checked with
     */
    record Verified(JWTClaimsSet claims, Instant end, KeySet keys) {}

    /**
     * @throws MissingTokenException when it is not good, and why
     * @throws KeysUnavailableException when that cannot be found out
     */
    Verified verify(String token) {
        // Library exceptions are no causes here: they may quote the token.
        try {
            if (token.length() > LONGEST_TOKEN) {
                throw new MissingTokenException(MALFORMED);
            }
            SignedJWT jwt = SignedJWT.parse(token);
            KeySet checkedWith = checkSignature(jwt);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return new Verified(claims, checkClaims(claims), checkedWith);
        } catch (ParseException | IllegalArgumentException e) {
            throw new MissingTokenException(MALFORMED);
        }
    }

    private KeySet checkSignature(SignedJWT jwt) {
        JWSHeader header = jwt.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new MissingTokenException(
                    "The token's algorithm is not accepted: have it signed with RS256 or ES256.");
        }
        if (header.getType() != null && !TYPES.contains(header.getType())) {
            throw new MissingTokenException("The token's type is not accepted: send an access token.");
        }
        KeySet known = keys.current();
        if (isSigned(jwt, known.matching(header))) {
            return known;
        }
        boolean mayBeNewer = header.getKeyID() == null || known.matching(header).isEmpty();
        KeySet newer = mayBeNewer ? keys.newerThan(known) : known;
        if (newer != known && isSigned(jwt, newer.matching(header))) {
            return newer;
        }
        throw new MissingTokenException(
                newer.matching(header).isEmpty()
                        ? "The token is signed with a key that its issuer does not publish for this: get a new one."
                        : "The token's signature is wrong: get a new one.");
    }

    private static boolean isSigned(SignedJWT jwt, List<JWK> candidates) {
        return candidates.stream().anyMatch(key -> isSignedWith(jwt, key));
    }

    private static boolean isSignedWith(SignedJWT jwt, JWK key) {
        try {
            return jwt.verify(key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException e) {
            return false; // the key does not fit the token: it is not the one that signed it
        }
    }

    private Instant checkClaims(JWTClaimsSet claims) {
        Instant now = clock.instant();
        if (claims.getExpirationTime() == null) {
            throw new MissingTokenException("The token has no exp claim: get one that expires.");
        }
        Instant end = claims.getExpirationTime().toInstant().plus(CLOCK_TOLERANCE);
        if (!now.isBefore(end)) {
            throw new MissingTokenException("The token has expired: get a new one.");
        }
        if (isAfter(claims.getNotBeforeTime(), now.plus(CLOCK_TOLERANCE))) {
            throw new MissingTokenException("The token is not valid yet: wait, or check the issuer's clock.");
        }
        if (!issuer.equals(claims.getIssuer())) {
            throw new MissingTokenException("The token is of another issuer: get one for this service.");
        }
        if (!claims.getAudience().contains(audience)) {
            throw new MissingTokenException("The token is meant for another service: get one for this audience.");
        }
        return end;
    }

    private static boolean isAfter(@Nullable Date time, Instant limit) {
        return time != null && time.toInstant().isAfter(limit);
    }
}
