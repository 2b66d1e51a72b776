package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.access.RoleSettings.Unbound;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleSettingsTest {

    @Test
    void unboundRolesAreCheckedByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new RoleSettings("checked"));
    }

    @ParameterizedTest
    @CsvSource({"checked, CHECKED", "trusted, TRUSTED", "refused, REFUSED"})
    void theyMayBeOtherwise(String value, Unbound meaning) {
        assertThat(bind(Map.of("fileapi.access.unbound-roles", value)).unbound())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CHECKED", "no"})
    void whatIsNotKnownIsRefused(String value) {
        assertThatThrownBy(() -> new RoleSettings(value))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_ACCESS_UNBOUND_ROLES: must be checked, trusted or refused");
    }

    private static RoleSettings bind(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties)
                .start()) {
            return context.getBean(RoleSettings.class);
        }
    }
}
