package dev.fileapi.access;

import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that the issuer publishes, fetched when first needed, when they have served their lifetime and when a token names an unknown
 * one. One fetch at a time; while it lasts, the last good keys serve those who have no need of newer ones.
 *
 * <p>Nimbus' own caching source is not used because it reads the system's clock, lets two fetches through per interval and gives keys
 * that outlived their lifetime in an outage a whole new one.
 */
final class PublishedKeys implements Keys {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    /** Without good keys nobody can be served, so a failure is retried sooner. */
    private static final Duration RETRY_WITHOUT_KEYS = Duration.ofSeconds(1);

    /** The outcome of one good fetch; compared by identity. */
    private static final class Fetched {

        final KeySet keys;
        final Instant at;

        Fetched(KeySet keys, Instant at) {
            this.keys = keys;
            this.at = at;
        }

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    private final KeysEndpoint endpoint;
    private final AccessSettings settings;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable Fetched last;
    private @Nullable Instant failedAt; // since the last good fetch; guarded by fetching
    private @Nullable Instant soughtAt; // last fetch for an unknown key; guarded by fetching

    PublishedKeys(KeysEndpoint endpoint, AccessSettings settings, Clock clock) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public KeySet current() {
        Fetched known = last;
        Instant now = clock.instant();
        if (known != null && known.isYoungerThan(settings.keysLifetime(), now)) {
            return known.keys;
        }
        boolean stillGood = known != null && known.isYoungerThan(longestUse(), now);
        if (!stillGood) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return goodKeys();
        }
        try {
            // Whoever held the lock may have fetched them, or failed to.
            if (last == known && isDue(failedAt, stillGood ? settings.keysRefetchInterval() : RETRY_WITHOUT_KEYS)) {
                fetch();
            }
        } finally {
            fetching.unlock();
        }
        return goodKeys();
    }

    @Override
    public KeySet newerThan(KeySet seen) {
        fetching.lock();
        try {
            Fetched known = last;
            if (known != null && known.keys == seen && isDue(soughtAt, settings.keysRefetchInterval())) {
                soughtAt = clock.instant();
                fetch();
            }
            KeySet keys = goodKeys();
            if (keys == seen && failedAt != null) {
                throw new KeysUnavailableException();
            }
            return keys;
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() {
        Fetched before = last;
        try {
            KeySet keys = KeySet.parse(endpoint.get());
            if (before != null && before.keys.hasSameKeysAs(keys)) {
                keys = before.keys;
            }
            last = new Fetched(keys, clock.instant());
            failedAt = null;
            LOG.info("keys fetched host={} keys={}", endpoint.host(), keys.size());
        } catch (IOException | ParseException e) {
            failedAt = clock.instant();
            LOG.warn("keys not fetched host={} why={}", endpoint.host(), e.getMessage());
        }
    }

    private KeySet goodKeys() {
        Fetched fetched = last;
        if (fetched == null || !fetched.isYoungerThan(longestUse(), clock.instant())) {
            throw new KeysUnavailableException();
        }
        return fetched.keys;
    }

    private Duration longestUse() {
        return settings.keysLifetime().plus(settings.keysOutage());
    }

    private boolean isDue(@Nullable Instant lastTime, Duration interval) {
        return lastTime == null || !clock.instant().isBefore(lastTime.plus(interval));
    }
}
