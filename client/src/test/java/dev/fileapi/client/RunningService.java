package dev.fileapi.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of {@code fileapi run} with data of its own. */
public final class RunningService implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 20;
    private static final File LOG = new File("target/service.log");
    private static final String READY = "READY ";
    private static final String BLOBS = "Blob service: ";

    private final Process process;
    private final Path data;
    private final Map<String, String> printed = new TreeMap<>();

    private RunningService(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /**
     * Starts one, and returns when it serves.
     *
     * @param linkBase what links to the blob service begin with, without the account
     */
    public static RunningService start(URI linkBase) throws IOException {
        Path data = Files.createTempDirectory("fileapi-client");
        Process process = fileapi(
                        "run",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--events",
                        "off",
                        "--link-base",
                        linkBase + "/devstoreaccount1")
                .start();
        RunningService service = new RunningService(process, data);
        try {
            service.awaitReady(process.inputReader(StandardCharsets.UTF_8));
            return service;
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** Where the service is. */
    public URI address() {
        return URI.create(printed.getOrDefault(READY, ""));
    }

    /** Where the blob service is, without the account. */
    public URI blobs() {
        return URI.create(printed.getOrDefault(BLOBS, "").replaceFirst("/[^/]*$", ""));
    }

    /** Returns a token for the workspace, which is valid for an hour at least. */
    public String token() throws IOException {
        return token("editor");
    }

    /** Returns a bearer token of who has a role. */
    String token(String role) throws IOException {
        return new String(
                        fileapi("token", "--role", role, "--data", data.toString())
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .strip();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            delete(data);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(BufferedReader out) throws IOException {
        while (!printed.containsKey(READY)) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("./fileapi run has ended: see " + LOG.getAbsolutePath());
            }
            for (String start : List.of(READY, BLOBS)) {
                if (line.startsWith(start)) {
                    printed.put(start, line.substring(start.length()));
                }
            }
        }
        // what it writes later must not fill the pipe
        Thread rest = new Thread(() -> out.lines().forEach(line -> {}), "output of the service");
        rest.setDaemon(true);
        rest.start();
    }

    private static ProcessBuilder fileapi(String... arguments) {
        String[] command =
                Stream.concat(Stream.of("../fileapi"), Stream.of(arguments)).toArray(String[]::new);
        return new ProcessBuilder(command).redirectError(Redirect.appendTo(LOG));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
