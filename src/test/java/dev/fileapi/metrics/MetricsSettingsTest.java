package dev.fileapi.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsSettingsTest {

    @Test
    void anIntervalIsFromASecondToAnHour() {
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofMillis(999), Duration.ofMinutes(61)}) {
            assertThatThrownBy(() -> new MetricsSettings(wrong))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("FILEAPI_METRICS_INTERVAL");
        }
        assertThat(new MetricsSettings(Duration.ofHours(1)).interval()).isEqualTo(Duration.ofHours(1));
    }
}
