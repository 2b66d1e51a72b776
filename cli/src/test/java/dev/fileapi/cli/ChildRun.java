package dev.fileapi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line in a process of its own. */
final class ChildRun {

    private final Process process;
    private final Path log;

    private ChildRun(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param url the service
     * @param token its token
     * @param heap the most memory that Java objects may take, as 64m
     */
    static ChildRun start(URI url, String token, String heap, String... arguments) throws IOException {
        Path log = Files.createTempFile(Path.of("target"), "run-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                FileApiCli.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--url", url.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FILEAPI_TOKEN", token);
        return new ChildRun(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Returns its exit status. */
    int await(Duration time) throws InterruptedException {
        if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it has not ended: " + output());
        }
        return process.exitValue();
    }

    /** Returns the lines of both streams. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
