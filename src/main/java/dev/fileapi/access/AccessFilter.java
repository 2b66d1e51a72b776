package dev.fileapi.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.config.SecurityConfiguration;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Finds the caller of a request and asks the security rules, as the library's {@link SecurityFilter} does, which it replaces. That one runs
 * everything after it, controllers included, inside a chain of Reactor's operators, for fetchers and rules that take their time; those here
 * answer at once.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {

    private final List<AuthenticationFetcher<HttpRequest<?>>> fetchers;
    private final List<SecurityRule<HttpRequest<?>>> rules;
    private final boolean rejectNotFound;

    AccessFilter(
            List<AuthenticationFetcher<HttpRequest<?>>> fetchers,
            List<SecurityRule<HttpRequest<?>>> rules,
            SecurityConfiguration configuration) {
        this.fetchers = fetchers;
        this.rules = rules;
        this.rejectNotFound = configuration.isRejectNotFound();
    }

    /**
     * Lets a request through that a rule allows, or that has no route, which the router answers.
     *
     * @throws AuthorizationException when a rule rejects it, or none decides; what a rule itself throws is thrown as it is
     */
    @RequestFilter
    void check(HttpRequest<?> request) {
        request.setAttribute(SecurityFilter.KEY, true);
        Authentication caller = authenticate(request);
        request.setAttribute(SecurityFilter.AUTHENTICATION, caller);
        SecurityRuleResult result = decide(request, caller);
        boolean unrouted = result == SecurityRuleResult.UNKNOWN
                && !rejectNotFound
                && RouteAttributes.getRouteMatch(request).isEmpty();
        if (result != SecurityRuleResult.ALLOWED && !unrouted) {
            request.setAttribute(
                    SecurityFilter.REJECTION, caller == null ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
            throw new AuthorizationException(caller);
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    private @Nullable Authentication authenticate(HttpRequest<?> request) {
        for (AuthenticationFetcher<HttpRequest<?>> fetcher : fetchers) {
            Authentication caller = first(fetcher.fetchAuthentication(request));
            if (caller != null) {
                return caller;
            }
        }
        return null;
    }

    private SecurityRuleResult decide(HttpRequest<?> request, @Nullable Authentication caller) {
        for (SecurityRule<HttpRequest<?>> rule : rules) {
            SecurityRuleResult result = first(rule.check(request, caller));
            if (result != null && result != SecurityRuleResult.UNKNOWN) {
                return result;
            }
        }
        return SecurityRuleResult.UNKNOWN;
    }

    /** Null when there is nothing. */
    private static <T> @Nullable T first(Publisher<T> publisher) {
        return Mono.from(publisher).block();
    }
}
