package dev.fileapi.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jwt.JWT;
import dev.fileapi.access.AccessException;
import dev.fileapi.access.Digest;
import dev.fileapi.access.Refusal;
import dev.fileapi.access.UnauthenticatedException;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has tokens verified, and remembers those that are good. A verified token is remembered, by its SHA-256, until it expires or the
 * issuer's keys change, and is not verified again: the signature is the costliest part of a request.
 */
@Singleton
final class VerifiedTokens implements TokenValidator<HttpRequest<?>> {

    static final String MALFORMED = "The token is malformed: send a signed JSON Web Token.";

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedTokens.class);
    private static final int MAX_LENGTH = 32_768;

    private record Verified(Authentication caller, Instant end, IssuerKeys.Generation keys) {}

    private final IssuerKeys keys;
    private final JsonWebTokenValidator<JWT, HttpRequest<?>> validator;
    private final JwtAuthenticationFactory authentications;
    private final Cache<ByteBuffer, Verified> remembered;

    VerifiedTokens(
            IssuerKeys keys,
            JsonWebTokenValidator<JWT, HttpRequest<?>> validator,
            JwtAuthenticationFactory authentications,
            TokenSettings settings,
            Clock clock) {
        this.keys = keys;
        this.validator = validator;
        this.authentications = authentications;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.verifiedTokens())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<ByteBuffer, Verified>creating(
                        (token, verified) -> Duration.between(clock.instant(), verified.end())))
                .executor(Runnable::run)
                .build();
    }

    /** Returns the caller, or nothing: why is kept with the request. */
    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        try {
            return Publishers.just(callerOf(token, request));
        } catch (AccessException e) {
            if (request != null) {
                LOG.debug("token refused path={} why={}", request.getPath(), e.getMessage());
                Refusal.keep(request, e);
            }
            return Publishers.empty();
        }
    }

    /**
     * @throws UnauthenticatedException when the token is not good, and why
     * @throws dev.fileapi.access.KeysUnavailableException when that cannot be found out
     */
    Authentication callerOf(String token, @Nullable HttpRequest<?> request) {
        ByteBuffer digest = ByteBuffer.wrap(Digest.of("SHA-256", token.getBytes(StandardCharsets.UTF_8)));
        Verified before = remembered.getIfPresent(digest);
        if (before != null && before.keys() == keys.generation()) {
            return before.caller();
        }
        IssuerKeys.Generation known = keys.lastGeneration();
        Verified verified = verify(token, request);
        if (known == null
                || known == verified.keys()) { // else it may have been checked with a key that is withdrawn now
            remembered.put(digest, verified);
        }
        return verified.caller();
    }

    private Verified verify(String token, @Nullable HttpRequest<?> request) {
        try {
            if (token.length() <= MAX_LENGTH) {
                JWT jwt = validator.validate(token, request).orElseThrow(VerifiedTokens::malformed);
                Authentication caller =
                        authentications.createAuthentication(jwt).orElseThrow(VerifiedTokens::malformed);
                Instant end = jwt.getJWTClaimsSet().getExpirationTime().toInstant();
                return new Verified(caller, end.plus(ServiceClaims.CLOCK_TOLERANCE), keys.generation());
            }
        } catch (ParseException | IllegalArgumentException e) {
            // said below: the library's exceptions may quote the token
        }
        throw malformed();
    }

    private static UnauthenticatedException malformed() {
        return new UnauthenticatedException(MALFORMED);
    }
}
