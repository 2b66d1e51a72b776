package dev.fileapi.access.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.fileapi.access.UnauthenticatedException;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import io.micronaut.security.token.jwt.validator.JWTClaimsSetUtils;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a token is valid now and meant for this service (RFC 7519). The library's own validators, which are switched off, take a
 * token without {@code exp}, know no clock tolerance and are content with the end of the issuer's name.
 */
@Singleton
final class ServiceClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {

    /** How far the issuer's clock and the service's may be apart. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private final String issuer;
    private final String audience;
    private final String audienceClaim;
    private final DefaultJWTClaimsVerifier<SecurityContext> verifier;

    ServiceClaims(TokenSettings settings, Clock clock) {
        this.issuer = settings.requiredIssuer();
        this.audience = settings.requiredAudience();
        this.audienceClaim = settings.audienceClaim();
        this.verifier = isStandard()
                ? new ClaimsVerifier(audience, exactly(), clock)
                : new ClaimsVerifier(null, exactly().claim(audienceClaim, audience), clock);
    }

    /** @throws UnauthenticatedException when they are not, and why; never false, for which the frame has no reason */
    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        JWTClaimsSet set = JWTClaimsSetUtils.jwtClaimsSetFromClaims(claims);
        try {
            verifier.verify(set, null);
            return true;
        } catch (BadJWTException e) {
            throw new UnauthenticatedException(reason(set, e)); // without a cause, which may quote the token
        }
    }

    private String reason(JWTClaimsSet claims, BadJWTException refusal) {
        if (claims.getExpirationTime() == null) {
            return "The token has no exp claim: get one that expires.";
        }
        if (!isMeantForUs(claims)) {
            return "The token is meant for another service: get one for this audience.";
        }
        if (!issuer.equals(claims.getIssuer())) {
            return "The token is of another issuer: get one for this service.";
        }
        return refusal instanceof ExpiredJWTException
                ? "The token has expired: get a new one."
                : "The token is not valid yet: wait, or check the issuer's clock.";
    }

    private JWTClaimsSet.Builder exactly() {
        return new JWTClaimsSet.Builder().issuer(issuer);
    }

    private boolean isStandard() {
        return audienceClaim.equals(JWTClaimNames.AUDIENCE);
    }

    private boolean isMeantForUs(JWTClaimsSet claims) {
        return isStandard() ? claims.getAudience().contains(audience) : audience.equals(claims.getClaim(audienceClaim));
    }

    private static final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        ClaimsVerifier(@Nullable String audience, JWTClaimsSet.Builder exactly, Clock clock) {
            super(audience, exactly.build(), Set.of(JWTClaimNames.EXPIRATION_TIME));
            this.clock = clock;
            setMaxClockSkew((int) CLOCK_TOLERANCE.toSeconds());
        }

        /** A millisecond late: a token is valid at its {@code nbf} (RFC 7519, section 4.1.5), for which Nimbus wants a time after it. */
        @Override
        protected Date currentTime() {
            return Date.from(clock.instant().plusMillis(1));
        }
    }
}
