package dev.fileapi.access;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds who calls by the request's bearer token (RFC 6750, section 2.1). A bad token is no error yet, as the call may need none: why it
 * was refused stays with the request.
 */
@Singleton
final class CallerFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(CallerFetcher.class);
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final String REFUSAL = "dev.fileapi.access.refusal";

    private final Callers callers;

    CallerFetcher(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        try {
            return Publishers.just(new CallerAuthentication(callers.callerOf(token(request))));
        } catch (AccessException e) {
            LOG.debug("token refused path={} why={}", request.getPath(), e.getMessage());
            request.setAttribute(REFUSAL, e);
            return Publishers.empty();
        }
    }

    /** Why the request has no caller. */
    static AccessException refusalOf(HttpRequest<?> request) {
        return request.getAttribute(REFUSAL, AccessException.class).orElseGet(CallerFetcher::noToken);
    }

    private static String token(HttpRequest<?> request) {
        Matcher bearer = BEARER.matcher(request.getHeaders().getAuthorization().orElse(""));
        if (!bearer.matches()) {
            throw noToken();
        }
        return bearer.group(1);
    }

    private static MissingTokenException noToken() {
        return new MissingTokenException("There is no token: send the header Authorization: Bearer <token>.");
    }
}
