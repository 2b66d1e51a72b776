package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fileapi.client.FaultyProxy.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Going on with a transfer that broke off. */
class ResumeTest {

    private static final int BLOCKS = 6;

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client =
            product.client().retryPolicy(RetryPolicy.never()).parallelism(1).build();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aResumedUploadSendsOnlyTheMissingBlocks() throws IOException {
        Path source = TestFiles.random(folder, "file", BLOCKS * Product.BLOCK);
        String path = TestFiles.path("resumed");
        breakUploadAfter(4, source, path);

        UploadedFile uploaded = client.upload(source, path);

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(2);
        assertThat(uploaded.bytesSent()).isEqualTo(2L * Product.BLOCK);
        client.download(path, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
    }

    @Test
    void anUploadIsResumedByItsId() throws IOException {
        Path source = TestFiles.random(folder, "file", BLOCKS * Product.BLOCK);
        String path = TestFiles.path("resumed by id");
        breakUploadAfter(4, source, path);
        UploadRef ref = client.uploads(path).findFirst().orElseThrow().ref();

        UploadedFile uploaded = client.upload(UploadRequest.of(path, source).resuming(ref), Transfer.unattended());

        assertThat(uploaded.versionId()).isEqualTo(ref.versionId());
        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(2);
    }

    @Test
    void anUploadWithAConditionIsResumedByItsKey() throws IOException {
        Path source = TestFiles.random(folder, "file", BLOCKS * Product.BLOCK);
        UploadRequest request = UploadRequest.of(TestFiles.path("resumed by key"), source)
                .when(Condition.ifAbsent())
                .withIdempotencyKey("key");
        product.blobs().next(1, call -> call.isBlock() && nthBlock(4), Fault.brokenBefore());
        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(request, Transfer.unattended()));
        product.blobs().reset();

        client.upload(request, Transfer.unattended());

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(3);
    }

    @Test
    void blocksOfOtherBytesAreNotTakenForTheFiles() throws IOException {
        String path = TestFiles.path("other bytes");
        breakUploadAfter(4, TestFiles.random(folder, "file", BLOCKS * Product.BLOCK), path);
        Path other = TestFiles.random(folder, "other", BLOCKS * Product.BLOCK);

        client.upload(other, path);

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(BLOCKS);
        client.download(path, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(other);
    }

    @Test
    void blocksOfAnotherSizeAreSentAgain() throws IOException {
        Path source = TestFiles.random(folder, "file", BLOCKS * Product.BLOCK);
        String path = TestFiles.path("other size");
        breakUploadAfter(4, source, path);

        try (FileApiClient other =
                product.client().blockBytes(2L * Product.BLOCK).build()) {
            other.upload(source, path);
        }

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(BLOCKS / 2);
        client.download(path, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
    }

    @Test
    void aResumedDownloadAsksOnlyForTheMissingRanges() throws IOException {
        Path source = TestFiles.random(folder, "file", BLOCKS * Product.BLOCK);
        String path = TestFiles.path("resumed");
        client.upload(source, path);
        Path target = folder.resolve("copy");
        breakDownloadAfter(4, path, target);

        DownloadedFile downloaded = client.download(path, target);

        assertThat(product.blobs().calls(call -> call.method().equals("GET"))).hasSize(2);
        assertThat(downloaded.bytesReceived()).isEqualTo(2L * Product.BLOCK);
        assertThat(target).hasSameBinaryContentAs(source);
        assertThat(TestFiles.names(folder)).containsExactly("copy", "file");
    }

    @Test
    void aDownloadOfANewerVersionBeginsAgain() throws IOException {
        String path = TestFiles.path("newer");
        client.upload(TestFiles.random(folder, "file", BLOCKS * Product.BLOCK), path);
        Path target = folder.resolve("copy");
        breakDownloadAfter(4, path, target);
        Path newer = TestFiles.random(folder, "newer", BLOCKS * Product.BLOCK);
        client.upload(newer, path);
        product.blobs().reset();

        client.download(path, target);

        assertThat(product.blobs().calls(call -> call.method().equals("GET"))).hasSize(BLOCKS);
        assertThat(target).hasSameBinaryContentAs(newer);
    }

    @Test
    void rangesWhoseBytesWereLostAreFoundByTheChecksumAndNothingStays() throws IOException {
        Path source = TestFiles.random(folder, "file", BLOCKS * Product.BLOCK);
        String path = TestFiles.path("lost");
        client.upload(source, path);
        Path target = folder.resolve("copy");
        breakDownloadAfter(4, path, target);
        Path part;
        try (var files = Files.list(folder)) {
            part = files.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(part, new byte[BLOCKS * Product.BLOCK]);

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.download(path, target))
                .matches(e -> e.hasType("wrong-checksum"));
        assertThat(TestFiles.names(folder)).containsExactly("file");
    }

    private void breakUploadAfter(int blocks, Path source, String path) {
        product.blobs().next(1, call -> call.isBlock() && nthBlock(blocks + 1), Fault.brokenBefore());
        assertThatExceptionOfType(FileApiException.class).isThrownBy(() -> client.upload(source, path));
        product.blobs().reset();
    }

    private boolean nthBlock(int number) {
        return product.blobs().calls(FaultyProxy.Call::isBlock).size() == number;
    }

    private void breakDownloadAfter(int ranges, String path, Path target) {
        product.blobs().reset();
        // again and again, since the JDK's client repeats a GET by itself
        product.blobs()
                .next(
                        Integer.MAX_VALUE,
                        call -> product.blobs()
                                        .calls(each -> each.method().equals("GET"))
                                        .size()
                                > ranges,
                        Fault.brokenBefore());
        assertThatExceptionOfType(FileApiException.class).isThrownBy(() -> client.download(path, target));
        product.blobs().reset();
    }
}
