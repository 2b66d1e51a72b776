package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ClaimSettings("organisations", "workspace_roles", "sub", "name", "email"));
    }

    @Test
    void everyPropertyCanBeSet() {
        assertThat(bind(Map.of(
                        "organisations-claim",
                        "groups",
                        "workspace-roles-claim",
                        "roles",
                        "user-id-claim",
                        "oid",
                        "name-claim",
                        "nickname",
                        "email-claim",
                        "preferred_username")))
                .isEqualTo(new ClaimSettings("groups", "roles", "oid", "nickname", "preferred_username"));
    }

    @ParameterizedTest
    @CsvSource({
        "organisations-claim,FILEAPI_ACCESS_ORGANISATIONS_CLAIM",
        "workspace-roles-claim,FILEAPI_ACCESS_WORKSPACE_ROLES_CLAIM",
        "user-id-claim,FILEAPI_ACCESS_USER_ID_CLAIM",
        "name-claim,FILEAPI_ACCESS_NAME_CLAIM",
        "email-claim,FILEAPI_ACCESS_EMAIL_CLAIM"
    })
    void whatIsWrongIsNamed(String property, String variable) {
        Throwable thrown = catchThrowable(() -> bind(Map.of(property, " ")));
        while (thrown != null && !(thrown instanceof InvalidSettingException)) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isNotNull().hasMessageStartingWith(variable + ":");
    }

    private static ClaimSettings bind(Map<String, Object> properties) {
        Map<String, Object> prefixed = new HashMap<>();
        properties.forEach((name, value) -> prefixed.put("fileapi.access." + name, value));
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(prefixed)
                .start()) {
            return context.getBean(ClaimSettings.class);
        }
    }
}
