package dev.fileapi.local;

import com.github.benmanes.caffeine.cache.Cache;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Programs that wait until a person lets them in by a browser ("OAuth 2.0 Device Authorization Grant", RFC 8628). For use by many threads. */
final class DeviceSignIns {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Consonants, of which no words are made and none is taken for a digit (RFC 8628, section 6.1). */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int HALF = 4;
    private static final Pattern USER_CODE = Pattern.compile("([" + LETTERS + "]{4})-?([" + LETTERS + "]{4})");

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    /** By device code. */
    private final Cache<String, Waiting> waiting;

    /** The device code by user code. */
    private final Cache<String, String> deviceCodes;

    DeviceSignIns(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
        this.waiting = secrets.remembered(LIFETIME);
        this.deviceCodes = secrets.remembered(LIFETIME);
    }

    /** Lets a program wait. */
    Codes begin() {
        Codes codes = new Codes(secrets.next(), letters() + "-" + letters());
        waiting.put(codes.deviceCode(), new Waiting(null, Instant.MIN));
        deviceCodes.put(codes.userCode(), codes.deviceCode());
        return codes;
    }

    /** Returns a user code as it was made, however it was typed; empty when it cannot be one. */
    static Optional<String> userCode(String typed) {
        return Optional.of(USER_CODE.matcher(typed.strip().toUpperCase(Locale.ROOT)))
                .filter(code -> code.matches())
                .map(code -> code.group(1) + "-" + code.group(2));
    }

    /**
     * Lets the program in or refuses it, once.
     *
     * @return whether a program waits with this code
     */
    boolean decide(String userCode, boolean allowed) {
        String deviceCode = deviceCodes.asMap().remove(userCode);
        return deviceCode != null
                && waiting.asMap().computeIfPresent(deviceCode, (code, known) -> new Waiting(allowed, known.askedAt()))
                        != null;
    }

    /** Returns what a program that asks is told: the error of RFC 8628, section 3.5; empty when it is let in, which it is once. */
    Optional<String> ask(String deviceCode) {
        Instant now = clock.instant();
        Waiting before = waiting.getIfPresent(deviceCode);
        if (before == null) {
            return Optional.of("expired_token");
        }
        if (before.allowed() != null) {
            boolean first = waiting.asMap().remove(deviceCode, before);
            return first && before.allowed() ? Optional.empty() : Optional.of("access_denied");
        }
        waiting.asMap().replace(deviceCode, before, new Waiting(null, now));
        // half of it, since what is sent in time may come in late once and in time the next time
        return Optional.of(
                now.isBefore(before.askedAt().plus(INTERVAL.dividedBy(2))) ? "slow_down" : "authorization_pending");
    }

    private String letters() {
        StringBuilder text = new StringBuilder();
        random.ints(HALF, 0, LETTERS.length()).forEach(letter -> text.append(LETTERS.charAt(letter)));
        return text.toString();
    }

    /**
     * What a program begins with.
     *
     * @param deviceCode its secret
     * @param userCode what the person compares or types
     */
    record Codes(String deviceCode, String userCode) {}

    /**
     * A program that waits.
     *
     * @param allowed null: not yet decided
     * @param askedAt when it asked last
     */
    private record Waiting(@Nullable Boolean allowed, Instant askedAt) {}
}
