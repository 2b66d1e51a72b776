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
                .containsOnlyKeys(
                        "fileapi.store",
                        "fileapi.blobs.create-container",
                        "fileapi.blobs.create.container",
                        "fileapi.blobs-create-container",
                        "fileapi.blobs-create.container");
    }

    @Test
    void aVariableStandsForAPropertyOfAnyDepth() {
        assertThat(new ServiceSettings()
                        .with("FILEAPI_FILES_CHECKSUM_INLINE_BYTES", "100")
                        .properties())
                .containsEntry("fileapi.files.checksum.inline-bytes", "100")
                .containsEntry("fileapi.files.checksum-inline-bytes", "100");
    }
}
