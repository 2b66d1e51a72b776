package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fileapi.client.FaultyProxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What networks, overload and time do to a transfer, and what the client does then. */
class RetryTest {

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client = product.client().build();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aCallThatFailsForAWhileIsMadeAgain(int status) throws IOException {
        product.api().next(2, call -> call.is("PUT", "/files/path/"), Fault.status(status, Map.of()));

        client.upload(TestFiles.random(folder, "file", 10), TestFiles.path("again"));

        assertThat(product.api().calls(call -> call.is("PUT", "/files/path/"))).hasSize(3);
    }

    @Test
    void aCallThatIsRefusedIsNotMadeAgain() {
        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.stat(FileRef.path(TestFiles.path("none"))))
                .matches(e -> e.status() == 404 && e.hasType("/files/not-found"));
        assertThat(product.api().calls(call -> true)).hasSize(1);
    }

    @Test
    void retryAfterIsWaitedFor() throws IOException {
        product.api().next(1, call -> call.is("PUT", "/files/path/"), Fault.status(429, Map.of("Retry-After", "1")));
        long start = System.nanoTime();

        client.upload(TestFiles.random(folder, "file", 10), TestFiles.path("waited"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void aRetryAfterThatIsTooLongIsToldInstead() {
        product.api().next(1, call -> true, Fault.status(503, Map.of("Retry-After", "600")));

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.me())
                .matches(e -> e.status() == 503
                        && e.retryAfter().orElseThrow().equals(Duration.ofMinutes(10))
                        && e.isTransient());
    }

    @Test
    void aBlobServiceThatIsBusyIsAskedAgain() throws IOException {
        product.blobs().next(2, FaultyProxy.Call::isBlock, Fault.status(503, Map.of("Retry-After", "0")));
        Path source = TestFiles.random(folder, "file", 3 * Product.BLOCK);
        String path = TestFiles.path("busy");

        client.upload(source, path);

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(5);
    }

    @Test
    void aConnectionThatBreaksWhileABlockIsSentCostsThatBlockAlone() throws IOException {
        product.blobs().next(1, FaultyProxy.Call::isBlock, Fault.brokenWhileSent(1_000));
        Path source = TestFiles.random(folder, "file", 3 * Product.BLOCK);
        String path = TestFiles.path("broken");

        client.upload(source, path);

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(4);
    }

    @Test
    void anUploadWhoseLastAnswersAreLostIsRecordedOnce() throws IOException {
        product.blobs().next(1, call -> call.method().equals("PUT"), Fault.answerLost());
        product.api().next(1, call -> call.is("POST", "/uploads/complete"), Fault.answerLost());
        String path = TestFiles.path("lost");

        client.upload(TestFiles.random(folder, "file", 10), path);

        assertThat(client.versions(FileRef.path(path))).hasSize(1);
    }

    @Test
    void bytesThatWereRecordedBeforeTheyAreSentAgainAreAsGood() throws IOException {
        String path = TestFiles.path("recorded");
        product.blobs().next(1, FaultyProxy.Call::isBlockList, exchange -> {
            exchange.handOn();
            // recorded by a reader, which seals the blob
            client.stat(FileRef.path(path));
        });
        Path source = TestFiles.random(folder, "file", 3 * Product.BLOCK);

        client.upload(source, path);

        assertThat(client.versions(FileRef.path(path))).hasSize(1);
    }

    @Test
    void aDownloadGoesOnWhereTheAnswerBrokeOff() throws IOException {
        Path source = TestFiles.random(folder, "file", 60_000);
        String path = TestFiles.path("truncated");
        client.upload(source, path);
        product.blobs().reset();
        product.blobs().next(1, call -> call.method().equals("GET"), Fault.truncated(20_000));

        client.download(path, folder.resolve("copy"));

        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
        assertThat(product.blobs().calls(call -> call.method().equals("GET")))
                .extracting(call -> call.header("Range"))
                .last()
                .isEqualTo("bytes=20000-59999");
    }

    @Test
    void anAnswerThatIsCutOffIsAskedForAgain() {
        product.api().next(1, call -> true, Fault.truncated(10));

        assertThat(client.me().user().id()).isNotNull();
    }

    @Test
    void whatStandsStillIsGivenUpAndMadeAgain() throws IOException {
        product.blobs().next(1, FaultyProxy.Call::isBlock, Fault.late(2_000));
        Path source = TestFiles.random(folder, "file", 2 * Product.BLOCK);

        try (FileApiClient hurried =
                product.client().stallTimeout(Duration.ofMillis(300)).build()) {
            hurried.upload(source, TestFiles.path("slow"));
        }

        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(3);
    }

    @Test
    void aCallThatIsNotAnsweredInTimeIsMadeAgain() {
        product.api().next(1, call -> true, Fault.late(2_000));

        try (FileApiClient hurried =
                product.client().callTimeout(Duration.ofMillis(500)).build()) {
            hurried.me();
        }

        assertThat(product.api().calls(call -> true)).hasSize(2);
    }

    @Test
    void aLinkThatIsRefusedIsRenewed() throws IOException {
        product.blobs().next(1, FaultyProxy.Call::isBlock, Fault.status(403, Map.of()));
        Path source = TestFiles.random(folder, "file", 3 * Product.BLOCK);
        String path = TestFiles.path("ended");

        client.upload(source, path);
        product.blobs().next(1, call -> call.method().equals("GET"), Fault.status(403, Map.of()));
        client.download(path, folder.resolve("copy"));

        assertThat(folder.resolve("copy")).hasSameBinaryContentAs(source);
        assertThat(product.api().calls(call -> call.is("PUT", "?version_id="))).hasSize(1);
    }

    @Test
    void aLinkThatIsRefusedThoughItIsFreshIsAFailure() throws IOException {
        product.blobs().next(2, call -> true, Fault.status(403, Map.of("x-ms-error-code", "AuthorizationFailure")));
        Path source = TestFiles.random(folder, "file", 10);

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.upload(source, TestFiles.path("refused")))
                .matches(e -> e.status() == 403 && e.type().equals("blob/AuthorizationFailure"));
    }

    @Test
    void aTokenThatIsRefusedIsReplacedOnce() {
        AtomicInteger asked = new AtomicInteger();
        try (FileApiClient expired = product.client()
                .token(() -> asked.getAndIncrement() == 0 ? "expired" : product.token())
                .build()) {
            expired.me();
            expired.me();
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void aTokenThatIsRefusedAgainIsAFailure() {
        AtomicInteger asked = new AtomicInteger();
        try (FileApiClient refused =
                product.client().token(() -> "wrong" + asked.incrementAndGet()).build()) {
            assertThatExceptionOfType(FileApiException.class)
                    .isThrownBy(refused::me)
                    .matches(e -> e.status() == 401 && e.hasType("/auth/missing-token"));
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void aConditionalDeleteIsNotMadeAgainWhenItsAnswerIsLost() throws IOException {
        String path = TestFiles.path("deleted");
        client.upload(TestFiles.random(folder, "file", 10), path);
        product.api().next(1, call -> call.method().equals("DELETE"), Fault.answerLost());

        assertThatExceptionOfType(FileApiException.class)
                .isThrownBy(() -> client.delete(FileRef.path(path), Condition.ifPresent()))
                .matches(e -> e.status() == 0);
        assertThat(product.api().calls(call -> call.method().equals("DELETE"))).hasSize(1);
    }

    @Test
    void bytesOfAFailedRequestAreTakenBackFromTheProgress() throws IOException {
        AtomicLong bytes = new AtomicLong();
        product.blobs().next(1, FaultyProxy.Call::isBlock, Fault.status(500, Map.of()));
        Path source = TestFiles.random(folder, "file", 3 * Product.BLOCK);
        ProgressListener progress = new ProgressListener() {
            @Override
            public void bytes(long count) {
                bytes.addAndGet(count);
            }
        };

        client.upload(UploadRequest.of(TestFiles.path("counted"), source), Transfer.followedBy(progress));

        assertThat(bytes).hasValue(3L * Product.BLOCK);
    }
}
