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

/**
 * Reads the bearer token of a request (RFC 6750, section 2.1). The library's reader takes whatever follows the scheme, looks at the first
 * of several headers alone, and logs a header of another scheme with the credentials in it.
 */
@Singleton
@Replaces(BearerTokenReader.class)
final class StrictBearerReader extends BearerTokenReader {

    private static final String SCHEME = "Bearer ";

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
        return token(authorization);
    }

    /** Without a regular expression: every call has a header, and they are long. */
    private static Optional<String> token(String authorization) {
        int start = afterSpaces(authorization, 0);
        if (!authorization.regionMatches(true, start, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        int token = afterSpaces(authorization, start + SCHEME.length());
        int end = token;
        while (end < authorization.length() && !isSeparator(authorization.charAt(end))) {
            end++;
        }
        return end > token && afterSpaces(authorization, end) == authorization.length()
                ? Optional.of(authorization.substring(token, end))
                : Optional.empty();
    }

    private static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean isSeparator(char letter) {
        return letter == ' ' || letter == ',' || (letter >= '\t' && letter <= '\r');
    }
}
