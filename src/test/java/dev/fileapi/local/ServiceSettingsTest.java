package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    @Test
    void whatTheEnvironmentSaysIsNotOverruled() {
        ServiceSettings settings = new ServiceSettings()
                .with("FILEAPI_STORE", "jdbc")
                .with("FILEAPI_ACCESS_JWKS", "{}")
                .with("FILEAPI_BLOBS_CREATE_CONTAINER", "true")
                .with("FILEAPI_BLOBS_LINK_BASE", null);

        assertThat(settings.without(Map.of("FILEAPI_ACCESS_JWKS_URL", "u")).properties())
                .containsOnlyKeys("fileapi.store", "fileapi.blobs.create-container");
    }
}
