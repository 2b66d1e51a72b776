package dev.fileapi.access.token;

import dev.fileapi.access.AuthorizationHeader;
import dev.fileapi.access.Refusal;
import dev.fileapi.access.UnauthenticatedException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.bearer.BearerTokenConfiguration;
import io.micronaut.security.token.bearer.BearerTokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bearer token of a request (RFC 6750, section 2.1). The library's reader takes whatever follows the scheme, looks at the first
 * of several headers alone, and logs a header of another scheme with the credentials in it.
 */
@Singleton
@Replaces(BearerTokenReader.class)
final class StrictBearerReader extends BearerTokenReader {

    private static final Pattern BEARER = Pattern.compile(" *Bearer +([^\\s,]+) *", Pattern.CASE_INSENSITIVE);

    StrictBearerReader(BearerTokenConfiguration configuration) {
        super(configuration);
    }

    /** Returns the token; empty when there is none, or more than one credential: that is kept with the request as the reason. */
    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        String authorization = AuthorizationHeader.of(request);
        if (authorization.indexOf(',') >= 0) {
            Refusal.keep(
                    request,
                    new UnauthenticatedException("There is more than one credential: send the header Authorization: "
                            + "Bearer <token> once, with one token."));
        }
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
