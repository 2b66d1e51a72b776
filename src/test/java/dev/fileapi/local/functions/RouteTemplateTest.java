package dev.fileapi.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "{*rest}, /, true",
        "{*rest}, /a/b, true",
        "{*rest}, /a//b, true",
        "{*rest}, //a, false",
        "file/{*rest}, /file, true",
        "file/{*rest}, /File/a/b, true",
        "file/{*rest}, /file//a, false",
        "file/{*rest}, /other/a, false",
        "orders/{id}, /orders/1, true",
        "orders/{id}, /orders/1/, true",
        "orders/{id}, /orders, false",
        "orders/{id}, /orders/1/2, false",
        "orders/{id?}, /orders, true",
        "'', /, true",
        "'', /a, false"
    })
    void aRouteMatchesAPath(String route, String path, boolean matches) {
        assertThat(RouteTemplate.parse(route).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"'', /a, true", "api, /api/a, true", "api, /a, false"})
    void aRouteIsBelowThePrefix(String prefix, String path, boolean matches) {
        assertThat(RouteTemplate.parse("{*rest}").under(prefix).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b", "{id:int}", "a{id}", "{"})
    void aRouteThatIsNotUnderstoodIsRefused(String route) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTemplate.parse(route))
                .withMessageStartingWith("Invalid route");
    }
}
