package dev.fileapi.http.limits;

import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.problem.TooManyCallsException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a caller that makes more calls in a workspace than it may, and tells every caller how many are left (RateLimit header fields
 * for HTTP, draft-ietf-httpapi-ratelimit-headers-10). Is not made unless a limit is set.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = "fileapi.http.calls-per-minute", notEquals = "0")
final class CallLimit implements Ordered {

    private static final String QUOTA = "dev.fileapi.http.limits.quota";
    private static final String POLICY_HEADER = "RateLimit-Policy";
    private static final String HEADER = "RateLimit";

    private final CallLimitSettings settings;
    private final CallQuotas quotas;
    private final Problems problems;

    CallLimit(CallLimitSettings settings, CallQuotas quotas, Problems problems) {
        this.settings = settings;
        this.quotas = quotas;
        this.problems = problems;
    }

    /** Counts a call that has access to its workspace; answers here, since what a filter throws does not pass its own response filter. */
    @RequestFilter
    @Nullable
    HttpResponse<?> count(HttpRequest<?> request) {
        WorkspaceAccess caller =
                settings.limited() ? WorkspaceAccess.of(request).orElse(null) : null;
        if (caller == null) {
            return null;
        }
        CallQuota quota = quotas.count(caller);
        request.setAttribute(QUOTA, quota);
        return quota.allowed()
                ? null
                : withHeaders(problems.answer(request, new TooManyCallsException(quota.reset())), quota);
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(QUOTA, CallQuota.class)
                .filter(quota -> !response.getHeaders().contains(HEADER))
                .ifPresent(quota -> withHeaders(response, quota));
    }

    /** After security, which knows the caller. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    private static MutableHttpResponse<?> withHeaders(MutableHttpResponse<?> response, CallQuota quota) {
        return response.header(POLICY_HEADER, quota.policyHeader()).header(HEADER, quota.header());
    }
}
