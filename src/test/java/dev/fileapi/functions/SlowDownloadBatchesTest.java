package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.testing.BlobsInMemory;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the blob service answers nothing, which Azurite cannot be made to do on demand. */
class SlowDownloadBatchesTest {

    private static final int FILES = 100;

    private static final CountDownLatch ANSWER = new CountDownLatch(1);

    @RegisterExtension
    static final WebApi api = new WebApi()
            .with("fileapi.files.read-deadline", "PT0.2S")
            .with(new BlobsInMemory() {
                @Override
                public SealOutcome seal(BlobName name, VersionDescription description, @Nullable Long expectedSize) {
                    try {
                        ANSWER.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return super.seal(name, description, expectedSize);
                }
            });

    @AfterEach
    void answer() {
        ANSWER.countDown();
    }

    /** A read of each by itself would take ten seconds: two threads wait 0.2 seconds for every file. */
    @Test
    void aBatchWaitsForAllItsFilesTogether() {
        String items = IntStream.range(0, FILES)
                .mapToObj(i -> "{\"file_id\": \"%s\"}"
                        .formatted(api.call("PUT", "/files/path/slow/" + i).text("file_id")))
                .collect(Collectors.joining(","));

        long start = System.nanoTime();
        JsonNode downloads =
                api.post("/downloads", "{\"files\": [" + items + "]}").json().get("downloads");

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
        assertThat(downloads.size()).isEqualTo(FILES);
        assertThat(downloads.at("/" + (FILES - 1) + "/problem/status").asInt())
                .as("what may be there is not said to be missing")
                .isEqualTo(502);
    }
}
