package dev.fileapi.access.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the keys that the issuer publishes. Nimbus' own retriever is not used because it follows redirects, though the keys must come
 * from the host that the settings name, and because its time-out holds for each read and not for the whole answer.
 */
final class KeysEndpoint implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(KeysEndpoint.class);

    private final URI uri;
    private final Duration timeout;
    private final HttpClient client;

    /** @param timeout for one fetch in all */
    KeysEndpoint(URI uri, Duration timeout) {
        this.uri = uri;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /** @throws JWKSetUnavailableException when the endpoint gives no usable keys in time */
    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = UsableKeys.parse(get());
            LOG.info("keys fetched host={} keys={}", uri.getHost(), keys.size());
            return keys;
        } catch (IOException | ParseException e) {
            LOG.warn("keys not fetched host={} why={}", uri.getHost(), e.getMessage());
            throw new JWKSetUnavailableException("keys not fetched", e);
        }
    }

    @Override
    public void close() {
        // a client of Java 17 closes its connections itself
    }

    private String get() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", "application/json").build();
        // The request's own time-out ends with the headers; this one covers the body too.
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout, e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }
}
