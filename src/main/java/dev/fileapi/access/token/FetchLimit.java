package dev.fileapi.access.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often keys are fetched. Nimbus' own limit lets two fetches through in an interval, and would wait out the whole of it while
 * there are no keys at all.
 *
 * <p>Called by one thread at a time: the cache that asks holds its lock.
 */
final class FetchLimit extends JWKSetSourceWrapper<SecurityContext> {

    /** Without keys no caller can be served, so a failure is retried sooner. */
    private static final long RETRY_WITHOUT_KEYS = Duration.ofSeconds(1).toMillis();

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long lifetime;
    private final long longestUse;
    private final long interval;

    private long fetchedAt = NEVER;
    private long failedAt = NEVER; // since the last good fetch
    private long soughtAt = NEVER; // last fetch for a key that is not among young ones

    FetchLimit(JWKSetSource<SecurityContext> source, TokenSettings settings) {
        super(source);
        this.lifetime = settings.keysLifetime().toMillis();
        this.longestUse = settings.longestUseOfKeys().toMillis();
        this.interval = settings.keysRefetchInterval().toMillis();
    }

    /**
     * @throws RateLimitReachedException when the keys are young and were fetched for an unknown key less than an interval ago
     * @throws JWKSetUnavailableException when the last fetch has failed, and the next one is not due
     */
    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        if (now < fetchedAt + lifetime) {
            checkUnknownKey(now);
            soughtAt = now;
        } else if (now < failedAt + (now < fetchedAt + longestUse ? interval : RETRY_WITHOUT_KEYS)) {
            throw new JWKSetUnavailableException("the last fetch has failed");
        }
        try {
            JWKSet keys = getSource().getJWKSet(refresh, now, context);
            fetchedAt = now;
            failedAt = NEVER;
            return keys;
        } catch (KeySourceException e) {
            failedAt = now;
            throw e;
        }
    }

    private void checkUnknownKey(long now) throws KeySourceException {
        if (now < soughtAt + interval) {
            throw failedAt == NEVER
                    ? new RateLimitReachedException()
                    : new JWKSetUnavailableException("the last fetch has failed");
        }
    }
}
