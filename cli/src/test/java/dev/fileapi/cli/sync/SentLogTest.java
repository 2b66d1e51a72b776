package dev.fileapi.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.client.UploadRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of what was sent. */
class SentLogTest {

    private static final String SHA256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private final UploadRef one = begun(Duration.ofMinutes(2));
    private final UploadRef other = begun(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void theNextRunKnowsWhatWasSent() throws IOException {
        add(one, other);

        try (SentLog log = open()) {
            assertThat(log.of(Set.of(other, begun(Duration.ZERO)))).isEqualTo(Map.of(other, SHA256));
            assertThat(log.oldest())
                    .isBetween(Instant.now().minusSeconds(130), Instant.now().minusSeconds(110));
        }
    }

    @Test
    void aLineThatItsWriterCouldNotEndIsLeftOut() throws IOException {
        add(one);
        Files.writeString(file(), one.fileId() + " 17", StandardOpenOption.APPEND);
        add(other);
        UploadRef third = begun(Duration.ZERO);
        add(third);

        try (SentLog log = open()) {
            assertThat(log.of(Set.of(one, other, third))).containsOnlyKeys(one, third);
        }
    }

    @Test
    void whatIsOldStaysOnlyAsLongAsItIsInProgress() throws IOException {
        UploadRef old = begun(Duration.ofHours(2));
        UploadRef recorded = begun(Duration.ofHours(3));
        add(recorded, old, one);

        try (SentLog log = open()) {
            log.of(Set.of(old));
        }

        assertThat(file()).content().hasLineCount(2).contains(old.versionId(), one.versionId());
    }

    private void add(UploadRef... uploads) throws IOException {
        try (SentLog log = open()) {
            for (UploadRef upload : uploads) {
                log.add(upload, SHA256);
            }
        }
    }

    private SentLog open() {
        return new SentLog(file());
    }

    private Path file() {
        return folder.resolve("sent");
    }

    private static UploadRef begun(Duration ago) {
        Instant time = Instant.now().minus(ago);
        return new UploadRef(UUID.randomUUID(), time.getEpochSecond() + String.format("%09d", time.getNano()));
    }
}
