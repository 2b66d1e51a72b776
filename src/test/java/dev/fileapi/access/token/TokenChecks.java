package dev.fileapi.access.token;

import com.nimbusds.jwt.JWT;
import dev.fileapi.access.Caller;
import dev.fileapi.access.CallerAuthentication;
import dev.fileapi.access.testing.Issuer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The checks of tokens as the service wires them. Counts the tokens that it has verified. */
final class TokenChecks implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final Duration OUTAGE = Duration.ofHours(4);
    static final Duration REFETCH = Duration.ofSeconds(30);

    private static final Argument<JsonWebTokenValidator<JWT, HttpRequest<?>>> VALIDATOR = validator();

    private final ApplicationContext context;
    private final AtomicInteger verifications = new AtomicInteger();
    private final VerifiedTokens tokens;

    private TokenChecks(Clock clock, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("fileapi.access.issuer", Issuer.NAME);
        all.put("fileapi.access.audience", Issuer.AUDIENCE);
        all.putAll(settings);
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(all)
                .build();
        context.registerSingleton(Clock.class, clock);
        context.start();
        tokens = new VerifiedTokens(
                keys(),
                this::verify,
                context.getBean(JwtAuthenticationFactory.class),
                context.getBean(TokenSettings.class),
                clock);
    }

    /** With these keys, and without a memory of verified tokens. */
    static TokenChecks withKeys(Clock clock, String jwks) {
        return new TokenChecks(clock, Map.of("fileapi.access.jwks", jwks, "fileapi.access.verified-tokens", "0"));
    }

    /** With these keys, and with a memory of that number of verified tokens, of 2 KiB each on average. */
    static TokenChecks withKeysAndMemory(Clock clock, String jwks, int verifiedTokens) {
        return new TokenChecks(
                clock,
                Map.of(
                        "fileapi.access.jwks",
                        jwks,
                        "fileapi.access.verified-tokens",
                        Integer.toString(verifiedTokens)));
    }

    /** With these keys, and with the audience in another claim than {@code aud}. */
    static TokenChecks withAudienceIn(String claim, Clock clock, String jwks) {
        return new TokenChecks(clock, Map.of("fileapi.access.jwks", jwks, "fileapi.access.audience-claim", claim));
    }

    /** With the keys at the address, and without a memory of verified tokens. */
    static TokenChecks withKeysAt(Clock clock, String url, Duration timeout) {
        return new TokenChecks(
                clock,
                Map.of(
                        "fileapi.access.jwks-url",
                        url,
                        "fileapi.access.keys-fetch-timeout",
                        timeout.toString(),
                        "fileapi.access.verified-tokens",
                        "0"));
    }

    /** With the keys at the address and the default settings. */
    static TokenChecks withKeysAt(Clock clock, String url) {
        return new TokenChecks(clock, Map.of("fileapi.access.jwks-url", url));
    }

    Caller callerOf(String token) {
        return ((CallerAuthentication) tokens.callerOf(token, null)).caller();
    }

    IssuerKeys keys() {
        return context.getBean(IssuerKeys.class);
    }

    int verifications() {
        return verifications.get();
    }

    /** How many tokens are remembered. */
    long remembered() {
        return tokens.remembered();
    }

    @Override
    public void close() {
        context.close();
    }

    private Optional<JWT> verify(String token, @Nullable HttpRequest<?> request) {
        verifications.incrementAndGet();
        return context.getBean(VALIDATOR).validate(token, request);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    private static Argument<JsonWebTokenValidator<JWT, HttpRequest<?>>> validator() {
        return (Argument) Argument.of(JsonWebTokenValidator.class, JWT.class, HttpRequest.class);
    }
}
