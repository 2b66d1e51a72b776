package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Uploading one file. */
class UploadTest {

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
    void aSmallFileIsSentInOneRequest() throws IOException {
        Path source = TestFiles.random(folder, "small", 1_000);
        String path = TestFiles.path("small.bin");

        UploadedFile uploaded = client.upload(source, path);

        assertThat(product.blobs().calls(call -> call.method().equals("PUT"))).hasSize(1);
        assertThat(uploaded.bytesSent()).isEqualTo(1_000);
        client.download(path, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
    }

    @Test
    void aLargeFileIsSentInBlocks() throws IOException {
        Path source = TestFiles.random(folder, "large", 5 * Product.BLOCK + 1);
        String path = TestFiles.path("large.bin");

        client.upload(source, path);

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(6);
        assertThat(product.blobs().calls(FaultyProxy.Call::isBlockList)).hasSize(1);
        client.download(path, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
    }

    @Test
    void anEmptyFileIsUploaded() throws IOException {
        Path source = Files.createFile(folder.resolve("empty"));
        String path = TestFiles.path("empty");

        client.upload(source, path);

        assertThat(client.stat(FileRef.path(path)).size()).isZero();
        client.download(path, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).isEmptyFile();
    }

    @Test
    void aPathMayHaveAnyCharacter() throws IOException {
        Path source = Files.writeString(folder.resolve("file"), "hello");
        String path = TestFiles.path("a b+c%d&e=f?g#h;ü/日本 ~*'.txt");

        client.upload(source, path);

        assertThat(client.stat(FileRef.path(path)).path()).isEqualTo(path);
    }

    @Test
    void sizeChecksumAndTimeOfTheSourceAreTold() throws IOException {
        Path source = Files.writeString(folder.resolve("file"), "hello");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2024-01-31T12:00:00.123456Z")));
        String path = TestFiles.path("told.txt");

        client.upload(source, path);

        StoredFile file = client.stat(FileRef.path(path));
        assertThat(file.checksums().sha256()).isEqualTo("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
        assertThat(file.verification()).isEqualTo(Verification.VERIFIED);
        assertThat(file.sourceModifiedAt()).isEqualTo(Instant.parse("2024-01-31T12:00:00.123456Z"));
    }

    @Test
    void typeTagsAndMetadataAreTold() {
        String path = TestFiles.path("told.csv");
        UploadRequest request = UploadRequest.of(path, Content.bytes("a;b".getBytes(StandardCharsets.UTF_8)))
                .withContentType("text/csv")
                .withTags(Map.of("site", "north"))
                .withMetadata(Map.of("job", "7"));

        client.upload(request, Transfer.unattended());

        StoredFile file = client.stat(FileRef.path(path));
        assertThat(file.contentType()).isEqualTo("text/csv");
        assertThat(file.tags()).containsExactly(Map.entry("site", "north"));
        assertThat(file.metadata()).containsExactly(Map.entry("job", "7"));
    }

    @Test
    void theFileIsRecordedWhenTheCallReturns() throws IOException {
        String path = TestFiles.path("recorded");

        UploadedFile uploaded = client.upload(TestFiles.random(folder, "file", 10), path);

        assertThat(client.upload(new UploadRef(uploaded.fileId(), uploaded.versionId()))
                        .state())
                .isEqualTo(UploadState.COMMITTED);
    }

    @Test
    void aFileIsMadeOnlyWhereThereIsNone() throws IOException {
        String path = TestFiles.path("once");
        UploadRequest once =
                UploadRequest.of(path, TestFiles.random(folder, "file", 10)).when(Condition.ifAbsent());
        client.upload(once, Transfer.unattended());

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(once, Transfer.unattended()))
                .matches(e -> e.status() == 412 && e.hasType("/files/precondition-failed"));
    }

    @Test
    void aVersionIsMadeOnlyOverTheOneThatIsKnown() throws IOException {
        String path = TestFiles.path("known");
        Path source = TestFiles.random(folder, "file", 10);
        client.upload(source, path);
        String etag = client.stat(FileRef.path(path)).etag();
        UploadRequest next = UploadRequest.of(path, source).when(Condition.ifMatch(etag));

        client.upload(next, Transfer.unattended());

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(next, Transfer.unattended()))
                .matches(e -> e.status() == 412);
    }

    @Test
    void anUploadThatIsCompleteIsNotMadeAgainWithItsKey() throws IOException {
        String path = TestFiles.path("keyed");
        UploadRequest request =
                UploadRequest.of(path, TestFiles.random(folder, "file", 10)).withIdempotencyKey("night run 7");
        client.upload(request, Transfer.unattended());

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(request, Transfer.unattended()))
                .matches(e -> e.hasType("/files/no-file-upload-in-progress"));
        assertThat(client.versions(FileRef.path(path))).hasSize(1);
    }

    @Test
    void bytesOfAnotherChecksumThanWasToldBecomeNoVersion() throws IOException {
        String path = TestFiles.path("wrong");
        UploadRequest wrong = UploadRequest.of(path, TestFiles.random(folder, "file", 10))
                .withSha256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(wrong, Transfer.unattended()))
                .matches(e -> e.hasType("upload-rejected"))
                .withMessageContaining("wrong-checksum");
    }

    @Test
    void aSourceThatIsChangedWhileItIsSentBecomesNoVersion() throws IOException {
        Path source = TestFiles.random(folder, "file", 4 * Product.BLOCK);
        String path = TestFiles.path("changed");
        product.blobs().next(1, FaultyProxy.Call::isBlock, exchange -> {
            Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
            FaultyProxy.Fault.late(0).happen(exchange);
        });

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(source, path))
                .matches(e -> e.hasType("source-changed"));
        assertThat(client.uploads(path)).isEmpty();
    }

    @Test
    void aSourceThatIsCutWhileItIsSentIsAFaultOfTheSource() throws IOException {
        Content cut = new Content() {
            @Override
            public long size() {
                return 100_000;
            }

            @Override
            public java.io.InputStream open(long position) {
                return new java.io.ByteArrayInputStream(new byte[50]);
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.upload(UploadRequest.of(TestFiles.path("cut"), cut), Transfer.unattended()))
                .withMessageContaining("shorter");
        assertThat(product.blobs().calls(call -> true)).hasSizeLessThan(2);
    }

    @Test
    void tagsAreReplacedAsLongAsTheFileIsTheSame() {
        String path = TestFiles.path("tagged");
        client.upload(
                UploadRequest.of(path, Content.bytes(new byte[1])).withTags(Map.of("a", "1")), Transfer.unattended());
        StoredFile file = client.stat(FileRef.path(path));

        StoredFile changed = client.changeTags(file.fileId(), Map.of("b", "2"), Condition.ifMatch(file.etag()));

        assertThat(changed.tags()).isEqualTo(Map.of("b", "2"));
        assertThat(client.stat(FileRef.path(path)).tags()).isEqualTo(Map.of("b", "2"));
        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.changeTags(file.fileId(), Map.of(), Condition.ifMatch("\"other\"")))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(412));
    }

    @Test
    void aSourceThatIsNotThereIsAFaultOfTheSource() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.upload(folder.resolve("none"), TestFiles.path("none")));
    }
}
