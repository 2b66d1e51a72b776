package dev.fileapi.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Settings of the service under test, and the time at which its tests begin. */
final class Settings {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final Duration OUTAGE = Duration.ofHours(4);
    static final Duration REFETCH = Duration.ofSeconds(30);

    private Settings() {}

    static AccessSettings staticKeys(String jwks) {
        return of(null, jwks, Duration.ofSeconds(3));
    }

    static AccessSettings publishedKeys(String url) {
        return of(url, null, Duration.ofSeconds(3));
    }

    static AccessSettings publishedKeys(String url, Duration timeout) {
        return of(url, null, timeout);
    }

    static AccessSettings claims(String organisations, String workspaceRoles, String userId, String email) {
        return new AccessSettings(
                null,
                Issuer.jwks(Issuer.EC),
                Issuer.NAME,
                Issuer.AUDIENCE,
                LIFETIME,
                OUTAGE,
                REFETCH,
                Duration.ofSeconds(3),
                100,
                organisations,
                workspaceRoles,
                userId,
                "name",
                email);
    }

    private static AccessSettings of(@Nullable String url, @Nullable String jwks, Duration timeout) {
        return new AccessSettings(
                url,
                jwks,
                Issuer.NAME,
                Issuer.AUDIENCE,
                LIFETIME,
                OUTAGE,
                REFETCH,
                timeout,
                100,
                "organisations",
                "workspace_roles",
                "sub",
                "name",
                "email");
    }
}
