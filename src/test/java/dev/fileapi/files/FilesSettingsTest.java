package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesSettingsTest {

    @Test
    void boundsOfUploadsInProgressAndOfReads() {
        assertThat(read(Map.of()))
                .returns(36, FilesSettings::readCallBudget)
                .returns(100, FilesSettings::maxUploadsPerFile)
                .returns(100_000, FilesSettings::maxUploadsPerWorkspace);
        assertThat(read(Map.of(
                        "fileapi.files.read-call-budget", "24",
                        "fileapi.files.max-uploads-per-file", "0",
                        "fileapi.files.max-uploads-per-workspace", "7")))
                .returns(24, FilesSettings::readCallBudget)
                .returns(0, FilesSettings::maxUploadsPerFile)
                .returns(7, FilesSettings::maxUploadsPerWorkspace);
    }

    @Test
    void aCallersDownloadLinkLivesForADayAtMostUnlessSetOtherwise() {
        assertThat(read(Map.of()).maxDownloadLinkLifetime()).isEqualTo(Duration.ofDays(1));
        assertThat(read(Map.of("fileapi.files.max-download-link-lifetime", "P6D"))
                        .maxDownloadLinkLifetime())
                .isEqualTo(Duration.ofDays(6));
    }

    @ParameterizedTest
    @CsvSource({
        "FILEAPI_FILES_MAX_DOWNLOAD_LINK_LIFETIME, max-download-link-lifetime, PT59S",
        "FILEAPI_FILES_MAX_DOWNLOAD_LINK_LIFETIME, max-download-link-lifetime, P6DT1S",
        "FILEAPI_FILES_LIST_CHECK_BUDGET, list-check-budget, 0",
        "FILEAPI_FILES_READ_CALL_BUDGET, read-call-budget, 23",
        "FILEAPI_FILES_MAX_UPLOADS_PER_FILE, max-uploads-per-file, -1",
        "FILEAPI_FILES_MAX_UPLOADS_PER_WORKSPACE, max-uploads-per-workspace, -1",
    })
    void aWrongValueIsNamed(String variable, String name, String value) {
        assertThatThrownBy(() -> read(Map.of("fileapi.files." + name, value)))
                .hasRootCauseInstanceOf(InvalidSettingException.class)
                .rootCause()
                .hasMessageStartingWith(variable);
    }

    private static FilesSettings read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(FilesSettings.class);
        }
    }
}
