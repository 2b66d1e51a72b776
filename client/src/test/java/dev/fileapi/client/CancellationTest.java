package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fileapi.client.FaultyProxy.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ending transfers: by a token, or by interrupting their thread. */
class CancellationTest {

    private static final long LONG_MILLIS = 20_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client = product.client().build();
    private final Cancellation cancellation = new Cancellation();
    private final Transfer transfer = new Transfer(ProgressListener.NONE, cancellation);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aCancelledUploadEndsAtOnceAndLeavesTheFileAsItWas() throws IOException {
        Path source = TestFiles.random(folder, "file", 6 * Product.BLOCK);
        String path = TestFiles.path("cancelled");
        long start = System.nanoTime();
        product.blobs().next(Integer.MAX_VALUE, call -> true, cancelling());

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> client.upload(UploadRequest.of(path, source), transfer));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(client.list(ListQuery.prefix(path))).isEmpty();
    }

    @Test
    void aCancelledUploadIsGoneOnWith() throws IOException {
        Path source = TestFiles.random(folder, "file", 6 * Product.BLOCK);
        String path = TestFiles.path("cancelled");
        product.blobs()
                .next(
                        Integer.MAX_VALUE,
                        call -> product.blobs().calls(FaultyProxy.Call::isBlock).size() > 4,
                        cancelling());
        try (FileApiClient oneByOne = product.client().parallelism(1).build()) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> oneByOne.upload(UploadRequest.of(path, source), transfer));
        }
        product.blobs().reset();

        assertThat(client.upload(source, path).bytesSent()).isEqualTo(2L * Product.BLOCK);
    }

    @Test
    void aCancelledDownloadLeavesOnlyWhatCanBeGoneOnWith() throws IOException {
        Path source = TestFiles.random(folder, "file", 6 * Product.BLOCK);
        String path = TestFiles.path("cancelled");
        client.upload(source, path);
        product.blobs().reset();
        product.blobs()
                .next(
                        Integer.MAX_VALUE,
                        call -> product.blobs().calls(each -> true).size() > 3,
                        cancelling());
        DownloadRequest request = DownloadRequest.of(FileRef.path(path), folder.resolve("copy"));
        try (FileApiClient oneByOne = product.client().parallelism(1).build()) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> oneByOne.download(request, transfer));
        }

        assertThat(TestFiles.names(folder))
                .hasSize(3)
                .contains("file")
                .anyMatch(name -> name.endsWith(".part"))
                .anyMatch(name -> name.endsWith(".ranges"));
        product.blobs().reset();
        assertThat(client.download(path, folder.resolve("copy")).bytesReceived())
                .isEqualTo(3L * Product.BLOCK);
    }

    @Test
    void aCancelledDownloadOfASmallFileLeavesNothing() throws IOException {
        String path = TestFiles.path("cancelled");
        client.upload(TestFiles.random(folder, "file", 1_000), path);
        product.blobs().next(Integer.MAX_VALUE, call -> true, cancelling());

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        client.download(DownloadRequest.of(FileRef.path(path), folder.resolve("copy")), transfer));

        assertThat(TestFiles.names(folder)).containsExactly("file");
    }

    @Test
    void anInterruptEndsACallAndStaysSet() throws IOException {
        Path source = TestFiles.random(folder, "file", 6 * Product.BLOCK);
        Thread caller = Thread.currentThread();
        product.blobs().next(Integer.MAX_VALUE, call -> true, exchange -> {
            caller.interrupt();
            Thread.sleep(LONG_MILLIS);
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> client.upload(source, TestFiles.path("interrupted")));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aWaitForTheNextAttemptEnds() throws IOException {
        Path source = Files.writeString(folder.resolve("file"), "hello");
        product.api().next(Integer.MAX_VALUE, call -> true, exchange -> {
            cancellation.cancel();
            Fault.status(503, Map.of("Retry-After", "3")).happen(exchange);
        });
        long start = System.nanoTime();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> client.upload(UploadRequest.of(TestFiles.path("waiting"), source), transfer));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatBeginsAfterACancellationEndsAtOnce() throws IOException {
        Path source = Files.writeString(folder.resolve("file"), "hello");
        cancellation.cancel();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> client.upload(UploadRequest.of(TestFiles.path("late"), source), transfer));
        assertThat(product.api().calls(call -> true)).isEmpty();
    }

    private Fault cancelling() {
        return exchange -> {
            cancellation.cancel();
            Thread.sleep(LONG_MILLIS);
        };
    }
}
