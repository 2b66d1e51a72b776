package dev.fileapi.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumSettingsTest {

    private final Workspace first = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final Workspace second = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void versionsUpTo8MebibytesAreReadAtOnceAndAllGetTheirSha256() {
        ChecksumSettings settings = read(Map.of());

        assertThat(settings).isEqualTo(new ChecksumSettings(8_388_608, 67_108_864, true, ""));
        assertThat(settings.isAwaitedIn(first)).isFalse();
    }

    @Test
    void checksumsAreAwaitedInTheWorkspacesThatAreNamed() {
        ChecksumSettings settings =
                read(Map.of("fileapi.files.checksum.awaited-in", named(first) + ", " + named(second)));

        assertThat(settings.isAwaitedIn(first)).isTrue();
        assertThat(settings.isAwaitedIn(second)).isTrue();
        assertThat(settings.isAwaitedIn(new Workspace(first.organisationId(), second.workspaceId())))
                .isFalse();
    }

    @Test
    void checksumsCanBeAwaitedInAllWorkspaces() {
        assertThat(read(Map.of("fileapi.files.checksum.awaited-in", "all")).isAwaitedIn(first))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FILEAPI_FILES_CHECKSUM_INLINE_BYTES, inline-bytes, -1",
        "FILEAPI_FILES_CHECKSUM_INLINE_BYTES, inline-bytes, 268435457",
        "FILEAPI_FILES_CHECKSUM_SECTION_BYTES, section-bytes, 0",
        "FILEAPI_FILES_CHECKSUM_AWAITED_IN, awaited-in, everywhere",
    })
    void aWrongValueIsNamed(String variable, String name, String value) {
        assertThatThrownBy(() -> read(Map.of("fileapi.files.checksum." + name, value)))
                .hasRootCauseInstanceOf(InvalidSettingException.class)
                .rootCause()
                .hasMessageStartingWith(variable);
    }

    private static String named(Workspace workspace) {
        return workspace.organisationId() + "/" + workspace.workspaceId();
    }

    private static ChecksumSettings read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(ChecksumSettings.class);
        }
    }
}
