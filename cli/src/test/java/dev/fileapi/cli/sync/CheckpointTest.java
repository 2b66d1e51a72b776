package dev.fileapi.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves for the next one. */
class CheckpointTest {

    @TempDir
    Path folder;

    @Test
    void onlyOneRunUsesIt() {
        Path file = folder.resolve("cache/checkpoint");
        try (Checkpoint first = Checkpoint.open(file).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(Checkpoint.open(file)).isEmpty();
        }
        assertThat(Checkpoint.open(file)).isPresent();
    }
}
