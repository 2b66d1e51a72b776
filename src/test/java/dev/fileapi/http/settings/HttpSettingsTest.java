package dev.fileapi.http.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    @Test
    void defaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new HttpSettings(
                        null, "https://seequent.com/error-codes/file-api", List.of(), 8, 4, Duration.ofSeconds(5)));
    }

    @Test
    void everyProperty() {
        assertThat(read(Map.of(
                        "fileapi.http.public-url", "https://files.example.com/",
                        "fileapi.http.error-type-prefix", "https://errors.example.com",
                        "fileapi.http.cors-origins", "https://a.example.com, http://localhost:3000",
                        "fileapi.http.batch-parallelism", "2",
                        "fileapi.http.large-calls-per-workspace", "7",
                        "fileapi.http.health-timeout", "PT1S")))
                .isEqualTo(new HttpSettings(
                        "https://files.example.com",
                        "https://errors.example.com",
                        List.of("https://a.example.com", "http://localhost:3000"),
                        2,
                        7,
                        Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "FILEAPI_HTTP_PUBLIC_URL, public-url, ftp://files.example.com",
        "FILEAPI_HTTP_PUBLIC_URL, public-url, https://files.example.com?a=b",
        "FILEAPI_HTTP_ERROR_TYPE_PREFIX, error-type-prefix, ' '",
        "FILEAPI_HTTP_CORS_ORIGINS, cors-origins, https://a.example.com/page",
        "FILEAPI_HTTP_BATCH_PARALLELISM, batch-parallelism, 0",
        "FILEAPI_HTTP_LARGE_CALLS_PER_WORKSPACE, large-calls-per-workspace, 0",
        "FILEAPI_HTTP_HEALTH_TIMEOUT, health-timeout, PT2M",
    })
    void aWrongValueIsNamed(String variable, String name, String value) {
        assertThatThrownBy(() -> read(Map.of("fileapi.http." + name, value)))
                .hasRootCauseInstanceOf(InvalidSettingException.class)
                .rootCause()
                .hasMessageStartingWith(variable);
    }

    private static HttpSettings read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(HttpSettings.class);
        }
    }
}
