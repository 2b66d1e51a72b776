package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.local.Closer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class BlobServiceFailureTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private static final BlobName NAME = Blobs.random();
    private static final BlobInfo SNAPSHOT = new BlobInfo(1, "\"0x1\"", "2026-03-01T10:30:00.0000000Z", null, null);
    private static final byte[] BEGUN_ANSWER =
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\n<".getBytes(StandardCharsets.US_ASCII);
    private static final String OTHER_KEY = "b3RoZXIta2V5";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    static Stream<Named<Consumer<BlobStore>>> calls() {
        return Stream.of(
                Named.of("isCommitted", store -> store.isCommitted(NAME)),
                Named.of("seal", store -> store.seal(NAME, Blobs.description(), null)),
                Named.of("stagedBlocks", store -> store.stagedBlocks(NAME)),
                Named.of("delete", store -> store.delete(NAME)),
                Named.of("read", store -> store.read(NAME, SNAPSHOT, 0, 1, bytes -> {})),
                Named.of("copy", store -> store.copy(NAME, SNAPSHOT, Blobs.random())),
                Named.of("ping", BlobStore::ping));
    }

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(Level.WARN);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aClosedPortIsABlobStoreException(Consumer<BlobStore> call) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertFailsInTime(() -> call.accept(store("http://127.0.0.1:" + port + "/acme", OTHER_KEY, "files")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aServiceThatNeverAnswersIsNotWaitedFor(Consumer<BlobStore> call) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String endpoint = "http://127.0.0.1:" + silent.getLocalPort() + "/acme";

            assertFailsInTime(() -> call.accept(store(endpoint, OTHER_KEY, "files")));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aServiceThatBeginsAnAnswerAndNeverEndsItIsNotWaitedFor(Consumer<BlobStore> call) throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> beginAnswers(slow));
            server.start();
            String endpoint = "http://127.0.0.1:" + slow.getLocalPort() + "/acme";

            assertFailsInTime(() -> call.accept(store(endpoint, OTHER_KEY, "files")));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aWrongKeyIsABlobStoreExceptionThatShowsNoSignature(Consumer<BlobStore> call) {
        String endpoint = AZURITE.azurite().endpoint().toString();
        BlobStore store = AzuriteExtension.store(
                settings("AccountName=devstoreaccount1;AccountKey=" + OTHER_KEY + ";BlobEndpoint=" + endpoint, "files"),
                Clock.systemUTC());

        assertFailsInTime(() -> call.accept(store));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aMissingContainerIsNoEmptyAnswer(Consumer<BlobStore> call) {
        BlobStore store = AzuriteExtension.store(
                settings(AZURITE.azurite().connectionString(), "no-such-container"), Clock.systemUTC());

        assertFailsInTime(() -> call.accept(store));
    }

    @Test
    void aLinkIsSignedWithoutTheService() {
        Instant end = Instant.parse("2026-03-01T10:30:00Z");

        assertThat(store("http://127.0.0.1:1/acme", OTHER_KEY, "files").signUpload(NAME, end))
                .isNotNull();
    }

    /** Keeps the connections open until the socket is closed. */
    private static void beginAnswers(ServerSocket server) {
        try (Closer connections = new Closer()) {
            while (true) {
                Socket connection = connections.add(server.accept());
                connection.getOutputStream().write(BEGUN_ANSWER);
            }
        } catch (Exception closed) {
            // the test is over
        }
    }

    private void assertFailsInTime(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call)
                .isInstanceOf(BlobStoreException.class)
                .satisfies(e ->
                        assertThat(stackTrace(e)).doesNotContain("sig=", "SharedKey ", OTHER_KEY, "MAC signature"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(logged()).contains("blob call failed").doesNotContain("sig=", "SharedKey ", OTHER_KEY);
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static BlobStore store(String endpoint, String key, String container) {
        return AzuriteExtension.store(
                settings("AccountName=acme;AccountKey=" + key + ";BlobEndpoint=" + endpoint, container),
                Clock.systemUTC());
    }

    private static BlobSettings settings(String connectionString, String container) {
        return new BlobSettings(
                connectionString, null, null, container, null, "create-write", false, Duration.ofSeconds(1));
    }
}
