package dev.fileapi.access.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Chooses between published and fixed keys. */
@Factory
final class KeysFactory {

    @Singleton
    JWKSetSource<SecurityContext> keys(TokenSettings settings) throws ParseException {
        String jwks = settings.jwks();
        return jwks == null ? published(settings) : new FixedKeys(UsableKeys.parse(jwks));
    }

    /**
     * Keeps published keys for their lifetime and, while they cannot be fetched anew, as long as an outage is tolerated. In this time one
     * thread fetches them, and the others go on with those they have. Nimbus' own outage cache would give keys that outlived their
     * lifetime a whole new one, so that a withdrawn key serves longer than the settings say.
     */
    private static JWKSetSource<SecurityContext> published(TokenSettings settings) {
        URI uri = URI.create(String.valueOf(settings.jwksUrl()));
        long lifetime = settings.keysLifetime().toMillis();
        return new RefreshAheadCachingJWKSetSource<>(
                new FetchLimit(new KeysEndpoint(uri, settings.keysFetchTimeout()), settings),
                settings.longestUseOfKeys().toMillis(),
                Math.min(lifetime, settings.keysFetchTimeout().toMillis()),
                settings.keysOutage().toMillis(),
                false,
                inTheCallersThread(),
                true,
                null);
    }

    /** The caller that finds the keys old waits for the new ones, so that a withdrawn key is refused from then on. */
    private static ExecutorService inTheCallersThread() {
        return new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>()) {
            @Override
            public void execute(Runnable task) {
                task.run();
            }
        };
    }

    /** Keys from the settings: they never change. */
    private record FixedKeys(JWKSet keys) implements JWKSetSource<SecurityContext> {

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context) {
            return keys;
        }

        @Override
        public void close() {}
    }
}
