package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosClient;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosmosSettingsTest {

    private static final String ENDPOINT = "https://account.documents.azure.com:443/";

    @Test
    void defaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new CosmosSettings(
                        ENDPOINT,
                        null,
                        null,
                        "file-api",
                        "direct",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        false));
    }

    @Test
    void everyPropertyIsRead() {
        assertThat(read(Map.of(
                        "fileapi.cosmos.endpoint", "http://127.0.0.1:8081",
                        "fileapi.cosmos.key", "secret",
                        "fileapi.cosmos.database", "other",
                        "fileapi.cosmos.mode", "gateway",
                        "fileapi.cosmos.timeout", "PT20S",
                        "fileapi.cosmos.throttling-wait", "PT15S",
                        "fileapi.cosmos.create-if-missing", "true")))
                .isEqualTo(new CosmosSettings(
                        "http://127.0.0.1:8081",
                        "secret",
                        null,
                        "other",
                        "gateway",
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(15),
                        true));
        assertThat(read(Map.of("fileapi.cosmos.managed-identity-client-id", "an-id"))
                        .managedIdentityClientId())
                .isEqualTo("an-id");
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, account.documents.azure.com, FILEAPI_COSMOS_ENDPOINT",
        "database, ' ', FILEAPI_COSMOS_DATABASE",
        "mode, secret, FILEAPI_COSMOS_MODE",
        "timeout, PT0S, FILEAPI_COSMOS_TIMEOUT",
        "throttling-wait, PT11S, FILEAPI_COSMOS_THROTTLING_WAIT"
    })
    void aWrongSettingIsNamedWithoutItsValue(String property, String value, String variable) {
        assertThatThrownBy(() -> read(Map.of("fileapi.cosmos." + property, value)))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + ": must be")
                .hasMessageNotContaining("secret");
    }

    @Test
    void keyAndIdentityExcludeEachOther() {
        assertThatThrownBy(() -> read(
                        Map.of("fileapi.cosmos.key", "secret", "fileapi.cosmos.managed-identity-client-id", "an-id")))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("unset one of them");
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(read(Map.of("fileapi.cosmos.key", "secret")).toString()).doesNotContain("secret");
    }

    @Test
    void noClientIsMadeBeforeTheFirstUseNorForAnotherStore() {
        for (String store : new String[] {"cosmos", "jdbc"}) {
            try (ApplicationContext context =
                    ApplicationContext.run(Map.of("fileapi.store", store, "fileapi.cosmos.endpoint", ENDPOINT))) {
                assertThat(context.containsBean(CosmosMetadataStore.class)).isEqualTo(store.equals("cosmos"));
                context.findBean(CosmosMetadataStore.class);
                assertThat(context.getActiveBeanRegistrations(CosmosClient.class))
                        .isEmpty();
                assertThat(context.getActiveBeanRegistrations(CosmosAsyncClient.class))
                        .isEmpty();
            }
        }
    }

    private static CosmosSettings read(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("fileapi.store", "cosmos", "fileapi.cosmos.endpoint", ENDPOINT));
        all.putAll(properties);
        try (ApplicationContext context = ApplicationContext.run(all)) {
            return context.getBean(CosmosSettings.class);
        }
    }
}
