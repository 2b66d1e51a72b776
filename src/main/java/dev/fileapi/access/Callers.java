package dev.fileapi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Finds a token's caller. A verified token is remembered, by its SHA-256, until it expires or the issuer's keys change, and is not
 * verified again: the signature is the costliest part of a request.
 */
@Singleton
final class Callers {

    private record Known(Caller caller, Instant end, KeySet keys) {}

    private final Keys keys;
    private final TokenVerifier verifier;
    private final CallerClaims claims;
    private final Cache<ByteBuffer, Known> known;

    Callers(Keys keys, TokenVerifier verifier, CallerClaims claims, AccessSettings settings, Clock clock) {
        this.keys = keys;
        this.verifier = verifier;
        this.claims = claims;
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.verifiedTokens())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(
                        Expiry.<ByteBuffer, Known>creating((token, it) -> Duration.between(clock.instant(), it.end())))
                .executor(Runnable::run)
                .build();
    }

    /**
     * @throws MissingTokenException when the token is not good, and why
     * @throws KeysUnavailableException when that cannot be found out
     */
    Caller callerOf(String token) {
        ByteBuffer digest = ByteBuffer.wrap(Digest.of("SHA-256", token.getBytes(StandardCharsets.UTF_8)));
        Known before = known.getIfPresent(digest);
        if (before != null && before.keys() == keys.current()) {
            return before.caller();
        }
        TokenVerifier.Verified verified = verifier.verify(token);
        Caller caller = claims.read(verified.claims());
        known.put(digest, new Known(caller, verified.end(), verified.keys()));
        return caller;
    }
}
