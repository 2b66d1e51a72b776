package dev.fileapi.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallLimitSettingsTest {

    @Test
    void thereIsNoLimitByDefault() {
        assertThat(read(Map.of())).isEqualTo(new CallLimitSettings(0));
        assertThat(new CallLimitSettings(0).limited()).isFalse();
    }

    @Test
    void theLimitIsRead() {
        assertThat(read(Map.of("fileapi.http.calls-per-minute", "600"))).isEqualTo(new CallLimitSettings(600));
        assertThat(new CallLimitSettings(1).limited()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void aLimitOutOfRangeIsRefused(int limit) {
        assertThatThrownBy(() -> new CallLimitSettings(limit))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_HTTP_CALLS_PER_MINUTE: must be from 1");
    }

    private static CallLimitSettings read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties)
                .start()) {
            return context.getBean(CallLimitSettings.class);
        }
    }
}
