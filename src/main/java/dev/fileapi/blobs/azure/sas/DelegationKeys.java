package dev.fileapi.blobs.azure.sas;

import dev.fileapi.blobs.azure.sas.SigningKey.DelegationKey;
import dev.fileapi.files.model.BlobStoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one user delegation key and renews it a day before it ends; meanwhile links are signed with the old one. When renewing
 * fails the old key serves on for as long as it covers the links.
 */
public final class DelegationKeys implements SigningKeys {

    /** The longest that the service allows ("Get User Delegation Key"). */
    static final Duration LIFETIME = Duration.ofDays(7);

    static final Duration RENEWED_BEFORE_END = Duration.ofDays(1);

    /** How far clocks may differ: a key that starts in the service's future would make every fresh link fail. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

    /** How long not to ask again after a failure while the old key serves. */
    static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /** How long a failure is everybody's answer, so that waiting callers do not each wait for their own. */
    static final Duration FAILURE_KEPT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DelegationKeys.class);

    private final Lender lender;
    private final Clock clock;
    private final Lock renewing = new ReentrantLock();
    private volatile @Nullable Held held;
    private @Nullable Instant failedAt;

    public DelegationKeys(Lender lender, Clock clock) {
        this.lender = lender;
        this.clock = clock;
    }

    @Override
    public DelegationKey lastingUntil(Instant linkEnd) {
        Held known = held;
        if (known != null && known.covers(linkEnd)) {
            if (clock.instant().isBefore(known.renewAt) || !renewing.tryLock()) {
                return known.key;
            }
        } else {
            renewing.lock();
        }
        try {
            return renewed(linkEnd);
        } finally {
            renewing.unlock();
        }
    }

    private DelegationKey renewed(Instant linkEnd) {
        Instant now = clock.instant();
        Held known = held;
        boolean usable = known != null && known.covers(linkEnd);
        if (known != null && usable && now.isBefore(known.renewAt)) {
            return known.key;
        }
        try {
            DelegationKey key = borrow(now, linkEnd);
            held = new Held(key, key.endsAt().minus(RENEWED_BEFORE_END));
            return key;
        } catch (BlobStoreException e) {
            if (known == null || !usable) {
                throw e;
            }
            LOG.warn("delegation key not renewed: retry={} ends={}", now.plus(RETRY_AFTER), known.key.endsAt(), e);
            held = new Held(known.key, now.plus(RETRY_AFTER));
            return known.key;
        }
    }

    private DelegationKey borrow(Instant now, Instant linkEnd) {
        Instant start = now.minus(CLOCK_SKEW);
        Instant end = start.plus(LIFETIME);
        if (linkEnd.isAfter(end)) {
            throw new IllegalArgumentException("A link may not outlive the longest delegation key: " + LIFETIME);
        }
        if (failedAt != null && now.isBefore(failedAt.plus(FAILURE_KEPT))) {
            throw new BlobStoreException("Links cannot be signed: the blob service lent no key a moment ago.", null);
        }
        try {
            DelegationKey key = lender.lend(start, end);
            if (key.endsAt().isBefore(linkEnd)) {
                throw new BlobStoreException(
                        "Links cannot be signed: the key that the blob service lent ends too soon.", null);
            }
            failedAt = null;
            LOG.info("delegation key renewed: starts={} ends={}", key.startsAt(), key.endsAt());
            return key;
        } catch (BlobStoreException e) {
            failedAt = clock.instant();
            throw e;
        }
    }

    /** Asks the service for a key. */
    @FunctionalInterface
    public interface Lender {
        DelegationKey lend(Instant start, Instant end);
    }

    private record Held(DelegationKey key, Instant renewAt) {

        boolean covers(Instant linkEnd) {
            return !key.endsAt().isBefore(linkEnd);
        }
    }
}
