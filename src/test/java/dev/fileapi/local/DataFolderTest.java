package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aDataFolderIsForOneHostAtATime() throws Exception {
        try (DataFolder open = DataFolder.open(folder)) {
            assertThat(open.key()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("in use");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void whyAFolderCannotBeUsedIsSaidInPlainWords() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartException.class)
                .hasMessage("The data folder " + file + " cannot be used: it is not a folder");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be used: ")
                .message()
                .doesNotContain("Exception");
        assertThatThrownBy(() -> DataFolder.issuerIn(file, Clock.systemUTC()))
                .isInstanceOf(StartException.class)
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void aDamagedKeyIsNotReplaced() throws Exception {
        Files.writeString(folder.resolve("signing-key.json"), "{}");

        assertThatThrownBy(() -> DataFolder.issuerIn(folder, Clock.systemUTC()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("does not contain a signing key: remove it");
    }
}
