package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcSettingsTest {

    private static final String URL = "jdbc:postgresql://db.example.com/files";

    @Test
    void defaults() {
        assertThat(read(Map.of("fileapi.jdbc.url", URL)))
                .isEqualTo(new JdbcSettings(URL, null, null, 10, Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    @Test
    void everyPropertyIsRead() {
        assertThat(read(Map.of(
                        "fileapi.jdbc.url", "jdbc:h2:file:./data/files",
                        "fileapi.jdbc.user", "somebody",
                        "fileapi.jdbc.password", "secret",
                        "fileapi.jdbc.pool-size", "3",
                        "fileapi.jdbc.connection-timeout", "PT2S",
                        "fileapi.jdbc.query-timeout", "PT30S")))
                .isEqualTo(new JdbcSettings(
                        "jdbc:h2:file:./data/files",
                        "somebody",
                        "secret",
                        3,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "fileapi.jdbc.url, jdbc:mysql://u:secret@db/files, FILEAPI_JDBC_URL",
        "fileapi.jdbc.pool-size, 0, FILEAPI_JDBC_POOL_SIZE",
        "fileapi.jdbc.connection-timeout, PT0.5S, FILEAPI_JDBC_CONNECTION_TIMEOUT",
        "fileapi.jdbc.query-timeout, PT1H, FILEAPI_JDBC_QUERY_TIMEOUT"
    })
    void aWrongSettingIsNamedWithoutItsValue(String property, String value, String variable) {
        assertThatThrownBy(() -> read(
                        property.endsWith("url")
                                ? Map.of(property, value)
                                : Map.of("fileapi.jdbc.url", URL, property, value)))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + ": must be")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aMissingUrlIsNamed() {
        assertThatThrownBy(() -> read(Map.of()))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_JDBC_URL: ");
    }

    @Test
    void nothingSecretIsShown() {
        JdbcSettings settings = new JdbcSettings(
                URL + "?password=secret", "somebody", "secret", 1, Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void anotherStoreHasNoDataSource() {
        try (ApplicationContext context = ApplicationContext.run(Map.of("fileapi.store", "cosmos"))) {
            assertThat(context.containsBean(DataSource.class)).isFalse();
            assertThat(context.containsBean(JdbcMetadataStore.class)).isFalse();
        }
    }

    private static JdbcSettings read(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("fileapi.store", "jdbc");
        try (ApplicationContext context = ApplicationContext.run(all)) {
            return context.getBean(JdbcSettings.class);
        }
    }
}
