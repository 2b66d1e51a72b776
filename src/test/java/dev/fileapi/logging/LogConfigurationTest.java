package dev.fileapi.logging;

import static ch.qos.logback.classic.spi.Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LogConfigurationTest {

    private final LoggerContext logs = new LoggerContext();

    @Test
    void logbackFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogConfiguration.class);
    }

    @Test
    void aFileOfOnesOwnGoesBeforeIt() {
        assertThat(new LogConfiguration().configure(logs)).isEqualTo(INVOKE_NEXT_IF_ANY);
        assertThat(logs.getLogger("ROOT").iteratorForAppenders().hasNext()).isFalse();
    }

    @Test
    void theServiceLogsItsDecisionsAndTheStoragesClientOnlyWhatIsWrong() {
        LogConfiguration.apply(logs);

        assertThat(logs.getLogger("dev.fileapi").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(logs.getLogger("com.azure.storage").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(logs.getLogger("com.azure.core.http.policy.RetryPolicy").getEffectiveLevel())
                .isEqualTo(Level.OFF);
        assertThat(logs.getLogger("com.azure.cosmos").getEffectiveLevel()).isEqualTo(Level.ERROR);
    }
}
