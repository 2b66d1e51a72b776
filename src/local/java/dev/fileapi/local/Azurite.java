package dev.fileapi.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Azurite, Microsoft's blob service for development. It stops with {@link #close} or with this process. */
public final class Azurite implements AutoCloseable {

    public static final String ACCOUNT = "devstoreaccount1";

    /** The published key of that account ("Use the Azurite emulator for local Azure Storage development"). */
    public static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final Logger LOG = LoggerFactory.getLogger(Azurite.class);
    private static final Pattern LISTENS = Pattern.compile("Azurite Blob service successfully listens on (\\S+)");
    private static final Pattern SIGNATURE = Pattern.compile("sig=[^& ]*");
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 15;

    private final Process process;
    private final URI endpoint;
    private final @Nullable SSLContext trust;
    private final Thread stopWithUs = new Thread(this::stop, "azurite-stop");

    private Azurite(Process process, URI address, @Nullable SSLContext trust) {
        this.process = process;
        this.endpoint = URI.create(address + "/" + ACCOUNT);
        this.trust = trust;
        Runtime.getRuntime().addShutdownHook(stopWithUs);
    }

    /**
     * Starts an Azurite, installing it first where needed, and returns when it answers.
     *
     * @throws IOException when it does not start; the message has what it said
     */
    public static Azurite start(AzuriteOptions options) throws IOException, InterruptedException {
        Path installation = NodePackages.ensure(options.project(), "src/local/azurite");
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--require",
                options.project()
                        .resolve("src/local/azurite/stop-with-parent.cjs")
                        .toString(),
                installation
                        .resolve("node_modules/azurite/dist/src/blob/main.js")
                        .toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                Integer.toString(options.port()),
                "--disableTelemetry",
                // new client libraries ask for service versions that it does not know yet, but whose calls it serves
                "--skipApiVersionCheck",
                "--disableProductStyleUrl"));
        Path data = options.data();
        command.addAll(
                data == null
                        ? List.of("--inMemoryPersistence")
                        : List.of("--location", Files.createDirectories(data).toString()));
        SSLContext trust = null;
        if (options.oauth()) {
            SelfSignedCertificate certificate =
                    SelfSignedCertificate.create(Files.createTempDirectory(installation, "tls"));
            trust = certificate.trust();
            command.addAll(List.of("--oauth", "basic"));
            command.addAll(List.of("--cert", certificate.keyStore().toString()));
            command.addAll(List.of("--pwd", SelfSignedCertificate.PASSWORD));
        }
        Process process = new ProcessBuilder(command)
                .directory(installation.toFile())
                .redirectErrorStream(true)
                .start();
        return new Azurite(process, address(process, options.onCommit()), trust);
    }

    /** The account's blob endpoint, without a slash at its end. */
    public URI endpoint() {
        return endpoint;
    }

    public String connectionString() {
        return "DefaultEndpointsProtocol=" + endpoint.getScheme() + ";AccountName=" + ACCOUNT + ";AccountKey=" + KEY
                + ";BlobEndpoint=" + endpoint;
    }

    /**
     * Trusts the certificate of this Azurite.
     *
     * @throws IllegalStateException when it was not started with {@link AzuriteOptions#withOauth}
     */
    public SSLContext trust() {
        if (trust == null) {
            throw new IllegalStateException("This Azurite serves plain HTTP.");
        }
        return trust;
    }

    /** Lets it save its data and waits for its end. Does nothing when it has ended. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopWithUs);
        } catch (IllegalStateException e) {
            LOG.debug("the hook is running already", e);
        }
        stop();
    }

    private void stop() {
        stop(process);
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static URI address(Process process, Consumer<BlobCommit> onCommit)
            throws IOException, InterruptedException {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, address, onCommit), "azurite-log");
        reader.setDaemon(true);
        reader.start();
        try {
            return address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            stop(process);
            String why = e.getCause() == null
                    ? "no answer in time"
                    : String.valueOf(e.getCause().getMessage());
            throw new IOException("Azurite did not start: " + why, e);
        }
    }

    /** Reads its log to the end: first its address, then its requests, whose signatures are masked. */
    private static void read(Process process, CompletableFuture<URI> address, Consumer<BlobCommit> onCommit) {
        StringBuilder beginning = new StringBuilder();
        try (BufferedReader log = process.inputReader()) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                Matcher listens = LISTENS.matcher(line);
                if (listens.find()) {
                    address.complete(URI.create(listens.group(1)));
                } else if (!address.isDone()) {
                    beginning.append(line).append('\n');
                }
                LOG.debug("azurite: {}", SIGNATURE.matcher(line).replaceAll("sig=***"));
                BlobCommit.parse(line).ifPresent(commit -> tell(onCommit, commit));
            }
        } catch (IOException e) {
            LOG.debug("azurite's log ended", e);
        }
        address.completeExceptionally(new IOException(beginning.toString()));
    }

    private static void tell(Consumer<BlobCommit> onCommit, BlobCommit commit) {
        try {
            onCommit.accept(commit);
        } catch (RuntimeException e) {
            LOG.warn("commit listener failed: blob={}", commit.blob(), e);
        }
    }
}
