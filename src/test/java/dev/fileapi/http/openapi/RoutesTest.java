package dev.fileapi.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.acceptance.OpenApiValidation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the API does is what its description says. */
class RoutesTest {

    @Test
    void theDescriptionHasThePathsAndMethodsOfTheApplication() {
        assertThat(described()).containsExactlyInAnyOrderElementsOf(routed());
    }

    /** Every GET answers HEAD as well, by the framework; the description itself and the console's pages are not described. */
    private static Set<String> routed() {
        try (ApplicationContext context = ApplicationContext.run()) {
            return context.getBean(Router.class)
                    .uriRoutes()
                    .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                    .filter(RoutesTest::isPartOfTheApi)
                    .map(route -> route.getHttpMethodName() + " "
                            + route.getUriMatchTemplate().toPathString())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isPartOfTheApi(UriRouteInfo<?, ?> route) {
        Class<?> controller =
                ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getDeclaringType();
        return controller != DocumentationController.class
                && !controller.getPackageName().equals("dev.fileapi.http.console");
    }

    private static Stream<String> described() {
        return OpenApiValidation.description().getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                        .map(method -> method + " " + path.getKey()));
    }
}
