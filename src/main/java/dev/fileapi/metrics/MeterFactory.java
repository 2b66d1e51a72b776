package dev.fileapi.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import io.micrometer.core.instrument.logging.LoggingRegistryConfig;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the registry of meters, which writes what has changed to the log, one line for each meter. Standard output is the way to
 * Application Insights that needs no agent and no connection of the worker's own: the Functions host takes it there.
 */
@Factory
final class MeterFactory {

    private static final Logger LOG = LoggerFactory.getLogger("dev.fileapi.metrics");

    @Singleton
    @Bean(preDestroy = "close")
    MeterRegistry meters(MetricsSettings settings) {
        return LoggingMeterRegistry.builder(new Config(settings.interval()))
                .loggingSink(line -> LOG.info("metric: {}", line))
                .build();
    }

    private record Config(Duration step) implements LoggingRegistryConfig {

        @Override
        public @Nullable String get(String key) {
            return null;
        }
    }
}
