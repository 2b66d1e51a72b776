package dev.fileapi.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Makes the secrets of sign-ins, and remembers what they stand for until they expire. */
final class Secrets {

    private static final int BYTES = 32;
    private static final int MAX_REMEMBERED = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Secrets(Clock clock) {
        this.clock = clock;
    }

    /** Returns a new secret, which an address can have as it is. */
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    /** Returns what remembers values by secret. */
    <T> Cache<String, T> remembered(Duration lifetime) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(lifetime)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    /** Returns the challenge of a verifier: S256 of RFC 7636, section 4.2. */
    static String challengeOf(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
