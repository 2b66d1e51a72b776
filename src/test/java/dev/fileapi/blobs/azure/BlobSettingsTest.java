package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.blobs.azure.sas.UploadPermissions;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobSettingsTest {

    private static final String KEY = "c2VjcmV0LWtleQ==";

    @Test
    void defaults() {
        BlobSettings settings = read(Map.of("fileapi.blobs.endpoint", "https://acme.blob.core.windows.net/"));

        assertThat(settings)
                .isEqualTo(new BlobSettings(
                        null,
                        "https://acme.blob.core.windows.net/",
                        null,
                        "files",
                        null,
                        "create-write",
                        false,
                        Duration.ofSeconds(10)));
        assertThat(settings.account())
                .isEqualTo(new BlobAccount("acme", URI.create("https://acme.blob.core.windows.net"), null));
        assertThat(settings.linkScope().base()).hasToString("https://acme.blob.core.windows.net");
        assertThat(settings.linkScope().uploadPermissions()).isEqualTo(UploadPermissions.CREATE_WRITE);
    }

    @Test
    void everyPropertySetToSomethingElse() {
        BlobSettings settings = read(Map.of(
                "fileapi.blobs.endpoint", "https://acme.blob.core.windows.net",
                "fileapi.blobs.managed-identity-client-id", "b0f0",
                "fileapi.blobs.container", "other",
                "fileapi.blobs.link-base", "https://files.example.com/",
                "fileapi.blobs.upload-permissions", "create",
                "fileapi.blobs.create-container", "true",
                "fileapi.blobs.timeout", "PT5S"));

        assertThat(settings)
                .isEqualTo(new BlobSettings(
                        null,
                        "https://acme.blob.core.windows.net",
                        "b0f0",
                        "other",
                        "https://files.example.com/",
                        "create",
                        true,
                        Duration.ofSeconds(5)));
        assertThat(settings.linkScope().base()).hasToString("https://files.example.com");
        assertThat(settings.linkScope().uploadPermissions()).isEqualTo(UploadPermissions.CREATE);
    }

    @Test
    void aConnectionStringNamesAccountAndEndpoint() {
        BlobSettings settings = read(Map.of(
                "fileapi.blobs.connection-string",
                "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=" + KEY
                        + ";EndpointSuffix=core.windows.net"));

        assertThat(settings.account())
                .isEqualTo(new BlobAccount("acme", URI.create("https://acme.blob.core.windows.net"), KEY));
        assertThat(settings.toString()).doesNotContain(KEY);
        assertThat(settings.account().toString()).doesNotContain(KEY);
    }

    @Test
    void theEmulatorHasAShortConnectionString() {
        BlobSettings settings = read(Map.of("fileapi.blobs.connection-string", "UseDevelopmentStorage=true"));

        assertThat(settings.linkScope().base()).hasToString("http://127.0.0.1:10000/devstoreaccount1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FILEAPI_BLOBS_ENDPOINT          | container=files
            FILEAPI_BLOBS_ENDPOINT          | endpoint=https://acme.blob.core.windows.net connection-string=UseDevelopmentStorage=true
            FILEAPI_BLOBS_ENDPOINT          | endpoint=http://acme.blob.core.windows.net
            FILEAPI_BLOBS_ENDPOINT          | endpoint=https://files.example.com
            FILEAPI_BLOBS_ENDPOINT          | endpoint=https://acme.blob.core.windows.net?sig=abc
            FILEAPI_BLOBS_ENDPOINT          | endpoint=acme
            FILEAPI_BLOBS_CONNECTION_STRING | connection-string=nonsense
            FILEAPI_BLOBS_CONNECTION_STRING | connection-string=AccountName=acme
            FILEAPI_BLOBS_CONNECTION_STRING | connection-string=AccountName=acme;AccountKey=!
            FILEAPI_BLOBS_MANAGED_IDENTITY_CLIENT_ID | managed-identity-client-id=x connection-string=UseDevelopmentStorage=true
            FILEAPI_BLOBS_CONTAINER         | container=Upper connection-string=UseDevelopmentStorage=true
            FILEAPI_BLOBS_LINK_BASE         | link-base=ftp://host connection-string=UseDevelopmentStorage=true
            FILEAPI_BLOBS_LINK_BASE         | link-base=http://host endpoint=https://acme.blob.core.windows.net
            FILEAPI_BLOBS_UPLOAD_PERMISSIONS | upload-permissions=all connection-string=UseDevelopmentStorage=true
            FILEAPI_BLOBS_TIMEOUT           | timeout=PT0S connection-string=UseDevelopmentStorage=true
            """)
    void aWrongSettingIsNamed(String variable, String properties) {
        Map<String, Object> given = new java.util.HashMap<>();
        for (String property : properties.split(" ", -1)) {
            String[] parts = property.split("=", 2);
            given.put("fileapi.blobs." + parts[0], parts[1]);
        }

        assertThatThrownBy(() -> read(given))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + ": ");
    }

    private static BlobSettings read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(BlobSettings.class);
        }
    }
}
