package dev.fileapi.access.token;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens are good. Tokens are checked with the keys of {@code jwksUrl} or of {@code jwks}, one of which is set.
 *
 * @param jwksUrl where the issuer publishes its keys: https, or http on this machine
 * @param jwks the keys themselves, a JSON Web Key Set (RFC 7517)
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must be or contain, or another claim be
 * @param audienceClaim names the claim that is compared with the audience, for issuers whose tokens have no {@code aud}
 * @param keysLifetime how long fetched keys serve before they are fetched again: a key that was withdrawn serves no longer than that
 * @param keysOutage how much longer the last good keys serve while they cannot be fetched
 * @param keysRefetchInterval how often, at most, keys are fetched for a token whose key is unknown, or again after a failure
 * @param keysFetchTimeout how long one fetch may take in all
 * @param verifiedTokens how many verified tokens are remembered, in 2 KiB each on average, so as not to be verified again; 0 for none
 */
@ConfigurationProperties("fileapi.access")
record TokenSettings(
        @Nullable String jwksUrl,
        @Nullable String jwks,
        @Nullable String issuer,
        @Nullable String audience,
        @Bindable(defaultValue = "aud") String audienceClaim,
        @Bindable(defaultValue = "PT10M") Duration keysLifetime,
        @Bindable(defaultValue = "PT4H") Duration keysOutage,
        @Bindable(defaultValue = "PT30S") Duration keysRefetchInterval,
        @Bindable(defaultValue = "PT3S") Duration keysFetchTimeout,
        @Bindable(defaultValue = "10000") int verifiedTokens) {

    private static final String JWKS_URL = "FILEAPI_ACCESS_JWKS_URL";
    private static final String JWKS = "FILEAPI_ACCESS_JWKS";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    TokenSettings {
        jwksUrl = blankAsNull(jwksUrl);
        jwks = blankAsNull(jwks);
        if (jwksUrl == null && jwks == null) {
            throw new InvalidSettingException(
                    JWKS_URL,
                    "is missing: set it to the address of your issuer's keys, or set " + JWKS + " to the keys");
        }
        if (jwksUrl != null && jwks != null) {
            throw new InvalidSettingException(JWKS_URL, "and " + JWKS + " are both set: unset one of them");
        }
        if (jwksUrl != null) {
            checkUrl(jwksUrl);
        }
        if (jwks != null) {
            checkKeys(jwks);
        }
        checkNotBlank("FILEAPI_ACCESS_ISSUER", issuer, "set it to what the iss claim of your tokens says");
        checkNotBlank(
                "FILEAPI_ACCESS_AUDIENCE", audience, "set it to what the aud claim of tokens for this service says");
        checkNotBlank("FILEAPI_ACCESS_AUDIENCE_CLAIM", audienceClaim, "must name a claim");
        check("FILEAPI_ACCESS_KEYS_LIFETIME", keysLifetime, Duration.ofSeconds(1), Duration.ofDays(1));
        check("FILEAPI_ACCESS_KEYS_OUTAGE", keysOutage, Duration.ZERO, Duration.ofDays(7));
        check("FILEAPI_ACCESS_KEYS_REFETCH_INTERVAL", keysRefetchInterval, Duration.ofSeconds(1), Duration.ofHours(1));
        check("FILEAPI_ACCESS_KEYS_FETCH_TIMEOUT", keysFetchTimeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        if (verifiedTokens < 0) {
            throw new InvalidSettingException("FILEAPI_ACCESS_VERIFIED_TOKENS", "must be 0 or more");
        }
    }

    /** What {@code iss} must be, which is never null once checked. */
    String requiredIssuer() {
        return Objects.requireNonNull(issuer);
    }

    /** What the audience claim must be or contain, which is never null once checked. */
    String requiredAudience() {
        return Objects.requireNonNull(audience);
    }

    /** How long fetched keys serve at most. */
    Duration longestUseOfKeys() {
        return keysLifetime.plus(keysOutage);
    }

    private static void checkUrl(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(JWKS_URL, "is not a valid URL");
        }
        boolean local =
                "http".equals(uri.getScheme()) && THIS_MACHINE.contains(Objects.requireNonNullElse(uri.getHost(), ""));
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || local)) {
            throw new InvalidSettingException(
                    JWKS_URL, "must be a URL that begins with https://, or with http://localhost");
        }
    }

    private static void checkKeys(String jwks) {
        try {
            UsableKeys.parse(jwks);
        } catch (ParseException e) {
            throw new InvalidSettingException(JWKS, "must be a JSON Web Key Set with a key for RS256 or ES256");
        }
    }

    private static void checkNotBlank(String variable, @Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(variable, "is missing: " + what);
        }
    }

    private static void check(String variable, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new InvalidSettingException(variable, "must be from " + least + " to " + most);
        }
    }

    /** An application setting that is left empty is one that is not set. */
    private static @Nullable String blankAsNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
