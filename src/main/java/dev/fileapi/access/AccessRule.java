package dev.fileapi.access;

import dev.fileapi.files.model.FilesException;
import dev.fileapi.files.model.Workspace;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Every route needs a caller, unless it says otherwise with {@code @Secured(SecurityRule.IS_ANONYMOUS)}; a route with {@link Access} needs
 * one who has its permission in the workspace of the URL. The last rule asked; it fails with the {@link AccessException} that says why a
 * call is refused.
 */
@Singleton
final class AccessRule implements SecurityRule<HttpRequest<?>> {

    private static final String GRANTED = "dev.fileapi.access.granted";

    private final RolesByOrganisation roles;

    AccessRule(RolesByOrganisation roles) {
        this.roles = roles;
    }

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
        if (route.isEmpty()) {
            return Publishers.just(SecurityRuleResult.UNKNOWN);
        }
        if (!(authentication instanceof CallerAuthentication known)) {
            return Publishers.just(Refusal.of(request));
        }
        try {
            checkWorkspace(request, route.get(), known.caller());
            return Publishers.just(SecurityRuleResult.ALLOWED);
        } catch (AccessException | FilesException e) {
            return Publishers.just(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** What the request's caller was granted; empty on a route without {@link Access}. */
    static Optional<WorkspaceAccess> granted(HttpRequest<?> request) {
        return request.getAttributes().getValue(GRANTED) instanceof WorkspaceAccess access
                ? Optional.of(access)
                : Optional.empty();
    }

    private void checkWorkspace(HttpRequest<?> request, RouteMatch<?> route, Caller caller) {
        Optional<Permission> permission = route.getAnnotationMetadata().enumValue(Access.class, Permission.class);
        if (permission.isPresent()) {
            Workspace workspace = new Workspace(id(route, "organisation_id"), id(route, "workspace_id"));
            Role role = roles.require(caller, permission.get(), workspace);
            request.setAttribute(GRANTED, new WorkspaceAccess(caller.user(), workspace, role));
        }
    }

    private static UUID id(RouteMatch<?> route, String variable) {
        return UuidText.parse(route.getVariableValues().get(variable))
                .orElseThrow(() -> new InvalidIdException(variable));
    }
}
