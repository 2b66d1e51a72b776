package dev.fileapi.access.token;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Finds the caller by the bearer token of a request. The library's fetcher, which is for tokens in several places and kinds, publishes an
 * event for each one that is valid: the service does not listen to it, and at DEBUG it is logged with the token in it.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class CallerFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    private final StrictBearerReader reader;
    private final VerifiedTokens tokens;

    CallerFetcher(StrictBearerReader reader, VerifiedTokens tokens) {
        this.reader = reader;
        this.tokens = tokens;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return reader.findToken(request)
                .map(token -> tokens.validateToken(token, request))
                .orElseGet(Publishers::empty);
    }

    @Override
    public int getOrder() {
        return TokenAuthenticationFetcher.ORDER;
    }
}
