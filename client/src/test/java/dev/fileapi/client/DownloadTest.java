package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fileapi.client.FaultyProxy.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Downloading one file. */
class DownloadTest {

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client = product.client().build();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aLargeFileComesInRanges() throws IOException {
        Path source = TestFiles.random(folder, "file", 3 * Product.BLOCK + 1);
        String path = uploaded(source);

        DownloadedFile downloaded = client.download(path, folder.resolve("copy"));

        assertThat(product.blobs().calls(call -> call.header("Range") != null)).hasSize(4);
        assertThat(downloaded.target()).hasSameBinaryContentAs(source);
        assertThat(downloaded.isVerified()).isTrue();
    }

    @Test
    void anOldVersionIsDownloaded() throws IOException {
        Path source = TestFiles.random(folder, "file", 10);
        String path = uploaded(source);
        String first = client.stat(FileRef.path(path)).versionId();
        client.upload(TestFiles.random(folder, "second", 10), path);

        client.download(
                DownloadRequest.of(FileRef.path(path).at(first), folder.resolve("copy")), Transfer.unattended());

        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
    }

    @Test
    void theTargetIsReplacedAtOnceOrStaysAsItWas() throws IOException {
        String path = uploaded(TestFiles.random(folder, "file", 3 * Product.BLOCK));
        Path target = Files.writeString(folder.resolve("copy"), "as it was");
        product.blobs().next(Integer.MAX_VALUE, call -> true, Fault.brokenBefore());

        assertThatExceptionOfType(FileApiException.class).isThrownBy(() -> client.download(path, target));

        assertThat(target).hasContent("as it was");
    }

    @Test
    void nothingStaysOfASmallFileThatFails() throws IOException {
        String path = uploaded(TestFiles.random(folder, "file", 1_000));
        product.blobs().next(Integer.MAX_VALUE, call -> true, Fault.truncated(10));

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.download(path, folder.resolve("copy")));

        assertThat(TestFiles.names(folder)).containsExactly("file");
    }

    @Test
    void theFoldersOfTheTargetAreMade() throws IOException {
        Path source = TestFiles.random(folder, "file", 10);
        Path target = folder.resolve("a/b/copy");

        client.download(uploaded(source), target);

        assertThat(target).hasSameBinaryContentAs(source);
    }

    @Test
    void theTargetGetsTheTimeOfTheSourceWhenThatIsAskedFor() throws IOException {
        Path source = TestFiles.random(folder, "file", 10);
        Instant time = Instant.parse("2024-01-31T12:00:00Z");
        Files.setLastModifiedTime(source, FileTime.from(time));
        DownloadRequest request = DownloadRequest.of(FileRef.path(uploaded(source)), folder.resolve("copy"));

        client.download(request.keepingSourceTime(), Transfer.unattended());

        assertThat(Files.getLastModifiedTime(folder.resolve("copy")).toInstant())
                .isEqualTo(time);
    }

    @Test
    void twoDownloadsToOneTargetDoNotMixTheirBytes() throws IOException {
        String path = uploaded(TestFiles.random(folder, "file", 10));
        Path target = folder.resolve("copy");
        try (PartFile other = PartFile.open(target, client.stat(FileRef.path(path)), Product.BLOCK)) {
            assertThat(other.channel().isOpen()).isTrue();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> client.download(path, target))
                    .withMessageContaining("another download to it is at work");
        }
    }

    @Test
    void progressTellsAllBytesAndTheFile() throws IOException {
        String path = uploaded(TestFiles.random(folder, "file", 3 * Product.BLOCK));
        AtomicLong bytes = new AtomicLong();
        List<String> files = new CopyOnWriteArrayList<>();
        ProgressListener progress = new ProgressListener() {
            @Override
            public void bytes(long count) {
                bytes.addAndGet(count);
            }

            @Override
            public void file(String done) {
                files.add(done);
            }
        };

        client.download(DownloadRequest.of(FileRef.path(path), folder.resolve("copy")), Transfer.followedBy(progress));

        assertThat(bytes).hasValue(3L * Product.BLOCK);
        assertThat(files).containsExactly(path);
    }

    private String uploaded(Path source) {
        String path = TestFiles.path("file.bin");
        client.upload(source, path);
        return path;
    }
}
