package dev.fileapi.metrics;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How metrics are written to the log.
 *
 * @param interval how often
 */
@ConfigurationProperties("fileapi.metrics")
record MetricsSettings(@Bindable(defaultValue = "PT1M") Duration interval) {

    MetricsSettings {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0 || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidSettingException("FILEAPI_METRICS_INTERVAL", "must be from PT1S to PT1H");
        }
    }
}
