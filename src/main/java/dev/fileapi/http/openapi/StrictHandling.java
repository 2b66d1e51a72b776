package dev.fileapi.http.openapi;

import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.request.Preference;
import dev.fileapi.http.request.QueryParameters;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the description does not name, when the caller prefers that to their being ignored. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class StrictHandling implements Ordered {

    private static final String APPLIED = "Preference-Applied";
    private static final String STRICT = "handling=strict";

    /** Read when it is first needed: few callers are strict. */
    private final BeanProvider<OpenApiDescription> description;

    private final Problems problems;

    StrictHandling(BeanProvider<OpenApiDescription> description, Problems problems) {
        this.description = description;
        this.problems = problems;
    }

    /** Refuses all such parameters by name; answers here, since what a filter throws does not pass its own response filter. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        Set<String> described =
                Preference.isStrict(request) ? described(request).orElse(null) : null;
        if (described == null) {
            return null;
        }
        request.setAttribute(APPLIED, STRICT);
        Set<String> unknown = new TreeSet<>(QueryParameters.of(request).names());
        unknown.removeAll(described);
        return unknown.isEmpty()
                ? null
                : problems.answer(
                                request,
                                new ValidationException(
                                        String.join(", ", unknown), "not known here, and refused by strict handling"))
                        .header(APPLIED, STRICT);
    }

    @ResponseFilter
    void confirm(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(APPLIED, String.class)
                .filter(applied -> !response.getHeaders().contains(APPLIED))
                .ifPresent(applied -> response.header(APPLIED, applied));
    }

    /** After security, so that strangers learn nothing. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    private Optional<Set<String>> described(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> ((UriRouteMatch<?, ?>) match).getRouteInfo().getUriMatchTemplate())
                .flatMap(template ->
                        description.get().queryParameters(template.toPathString(), request.getMethodName()));
    }
}
