package dev.fileapi.access.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import dev.fileapi.access.KeysUnavailableException;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The keys that tokens are checked with, on the service's clock where Nimbus would take the system's. */
@Singleton
public final class IssuerKeys extends JWKSetSourceWrapper<SecurityContext> {

    /** A time in which the keys are the same. Compared by identity, which is cheap enough to do on every call. */
    static final class Generation {

        private volatile JWKSet latest;

        private Generation(JWKSet latest) {
            this.latest = latest;
        }
    }

    private final Clock clock;
    private volatile @Nullable Generation known;

    IssuerKeys(JWKSetSource<SecurityContext> source, Clock clock) {
        super(source);
        this.clock = clock;
    }

    /**
     * Has the keys at hand from now on.
     *
     * @throws KeysUnavailableException when they cannot be had now; the first token will ask again
     */
    public void fetch() {
        generation();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long systemTime, @Nullable SecurityContext context)
            throws KeySourceException {
        long now = clock.millis();
        // The first time replaces keys that have served their lifetime, but still returns them.
        getSource().getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
        return getSource().getJWKSet(refresh, now, context);
    }

    /**
     * Returns the generation of the keys that tokens are checked with now.
     *
     * @throws KeysUnavailableException when there are none, and none can be had
     */
    Generation generation() {
        JWKSet latest = latest();
        Generation before = known;
        if (before != null && before.latest.equals(latest)) {
            before.latest = latest; // the comparison with the same object is short
            return before;
        }
        Generation next = new Generation(latest);
        known = next;
        return next;
    }

    /** The generation that was returned last; null when there was none. */
    @Nullable
    Generation lastGeneration() {
        return known;
    }

    /** Fetches the keys anew, unless they were just now: then false. */
    boolean refetch() throws KeySourceException {
        try {
            JWKSet seen = getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
            getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(seen), 0, null);
            return true;
        } catch (RateLimitReachedException e) {
            return false;
        }
    }

    private JWKSet latest() {
        try {
            return getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException();
        }
    }
}
