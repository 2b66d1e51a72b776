package dev.fileapi.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jwt.JWT;
import dev.fileapi.access.AccessException;
import dev.fileapi.access.Caller;
import dev.fileapi.access.CallerAuthentication;
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
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has tokens verified, and remembers those that are good. A verified token is remembered until it expires or the issuer's keys change,
 * and is not verified again: the signature is the costliest part of a request. Each is remembered once, under the digest of what its
 * signature is of, however it is spelled; and all of them together take a number of bytes that the settings bound.
 */
@Singleton
final class VerifiedTokens implements TokenValidator<HttpRequest<?>> {

    static final String MALFORMED = "The token is malformed: send a signed JSON Web Token.";

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedTokens.class);
    private static final int MAX_LENGTH = 32_768;

    /** What a remembered token may take on average, and what each counts for at least: so their number is bounded too. */
    private static final int AVERAGE_BYTES = 2_048;

    /** Estimated from object sizes on a 64-bit machine. */
    private static final int ENTRY_BYTES = 640;

    private static final int ORGANISATION_BYTES = 64;
    private static final int ROLE_BYTES = 96;
    private static final int BOUND_ROLE_BYTES = 160;

    /** @param signature that was found to be good, in base64url; ES256 has more than one for the same claims */
    private record Verified(String signature, CallerAuthentication caller, Instant end, IssuerKeys.Generation keys) {

        int bytes() {
            Caller known = caller.caller();
            return ENTRY_BYTES
                    + signature.length()
                    + 2 * (length(known.user().name()) + length(known.user().email()))
                    + ORGANISATION_BYTES * known.organisations().size()
                    + ROLE_BYTES * known.roles().size()
                    + BOUND_ROLE_BYTES * known.boundRoles().size();
        }

        /** In a time that tells nothing of where they differ. */
        boolean hasSignature(String other) {
            return MessageDigest.isEqual(
                    signature.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }

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
                .maximumWeight((long) settings.verifiedTokens() * AVERAGE_BYTES)
                .weigher((ByteBuffer token, Verified verified) -> Math.max(AVERAGE_BYTES, verified.bytes()))
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
        CompactToken compact = compact(token);
        ByteBuffer digest = compact.digest();
        Verified before = remembered.getIfPresent(digest);
        if (before != null && before.hasSignature(compact.signature()) && before.keys() == keys.generation()) {
            return before.caller();
        }
        IssuerKeys.Generation known = keys.lastGeneration();
        Verified verified = verify(token, compact.signature(), request);
        if (known == null
                || known == verified.keys()) { // else it may have been checked with a key that is withdrawn now
            remembered.put(digest, verified);
        }
        return verified.caller();
    }

    /** Returns how many tokens are remembered. */
    long remembered() {
        remembered.cleanUp();
        return remembered.estimatedSize();
    }

    private static CompactToken compact(String token) {
        return Optional.of(token)
                .filter(text -> text.length() <= MAX_LENGTH)
                .flatMap(CompactToken::parse)
                .orElseThrow(VerifiedTokens::malformed);
    }

    private Verified verify(String token, String signature, @Nullable HttpRequest<?> request) {
        try {
            JWT jwt = validator.validate(token, request).orElseThrow(VerifiedTokens::malformed);
            if (authentications.createAuthentication(jwt).orElse(null) instanceof CallerAuthentication caller) {
                Instant end = jwt.getJWTClaimsSet().getExpirationTime().toInstant();
                return new Verified(signature, caller, end.plus(ServiceClaims.CLOCK_TOLERANCE), keys.generation());
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
