package dev.fileapi.access;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;

/** Chooses between published and static keys. */
@Factory
final class KeysFactory {

    @Singleton
    Keys keys(AccessSettings settings, Clock clock) throws ParseException {
        if (settings.jwks() != null) {
            return new StaticKeys(KeySet.parse(settings.jwks()));
        }
        URI uri = URI.create(String.valueOf(settings.jwksUrl()));
        return new PublishedKeys(new KeysEndpoint(uri, settings.keysFetchTimeout()), settings, clock);
    }
}
