package dev.fileapi.access.token;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.token.bearer.BearerTokenConfiguration;
import io.micronaut.security.token.bearer.BearerTokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bearer token of a request (RFC 6750, section 2.1). The library's reader takes whatever follows the scheme, and logs a header
 * of another scheme with the credentials in it.
 */
@Singleton
@Replaces(BearerTokenReader.class)
final class StrictBearerReader extends BearerTokenReader {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    StrictBearerReader(BearerTokenConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected Optional<String> extractTokenFromAuthorization(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
