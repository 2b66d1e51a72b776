package dev.fileapi.access;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Every route needs a caller, unless it says otherwise with {@code @Secured(SecurityRule.IS_ANONYMOUS)}. The last rule asked; it fails
 * with the {@link AccessException} that says why there is none.
 */
@Singleton
final class CallerRule implements SecurityRule<HttpRequest<?>> {

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        if (RouteAttributes.getRouteMatch(request).isEmpty()) {
            return Publishers.just(SecurityRuleResult.UNKNOWN);
        }
        return authentication instanceof CallerAuthentication
                ? Publishers.just(SecurityRuleResult.ALLOWED)
                : Publishers.just(CallerFetcher.refusalOf(request));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
