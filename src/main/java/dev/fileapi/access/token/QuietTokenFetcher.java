package dev.fileapi.access.token;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.reader.TokenResolver;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.List;

/** The library's fetcher without its event: the service does not listen to it, and at DEBUG it is logged with the token in it. */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class QuietTokenFetcher extends TokenAuthenticationFetcher {

    QuietTokenFetcher(
            List<TokenValidator<HttpRequest<?>>> validators,
            TokenResolver<HttpRequest<?>> tokens,
            HttpLocaleResolver locales) {
        super(validators, tokens, ApplicationEventPublisher.noOp(), request -> "", locales);
    }
}
