package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code fileapi}, as people run it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LocalHostIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private static final String FILES = "/file/v2/orgs/0a000000-0000-4000-8000-000000000001"
            + "/workspaces/0b000000-0000-4000-8000-000000000001/files";

    @TempDir
    Path folder;

    /** The classes that this test is part of are up to date: the script need not build them. */
    @BeforeAll
    static void built() throws IOException {
        Files.writeString(Path.of("target/local-host.built"), "");
        Files.writeString(Path.of("target/local-host.packaged"), "");
    }

    @Test
    void whatWasUploadedOutlivesARestart() throws Exception {
        URI file;
        try (Script run = run()) {
            URI address = URI.create(run.line("READY "));
            HttpRequest upload = HttpRequest.newBuilder(address.resolve(FILES + "/path/hello.txt"))
                    .header("Authorization", "Bearer " + token("editor"))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            String answer =
                    HTTP.send(upload, HttpResponse.BodyHandlers.ofString()).body();
            HttpRequest bytes = HttpRequest.newBuilder(URI.create(between(answer, "\"upload\":\"", "\"")))
                    .header("x-ms-blob-type", "BlockBlob")
                    .PUT(HttpRequest.BodyPublishers.ofString("hello"))
                    .build();
            assertThat(HTTP.send(bytes, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
            file = upload.uri();
            run.stop();
        }
        try (Script run = run()) {
            URI address = URI.create(run.line("READY "));
            HttpRequest read = HttpRequest.newBuilder(address.resolve(file.getPath()))
                    .header("Authorization", "Bearer " + token("viewer"))
                    .build();
            String metadata =
                    HTTP.send(read, HttpResponse.BodyHandlers.ofString()).body();
            HttpRequest download = HttpRequest.newBuilder(URI.create(between(metadata, "\"download\":\"", "\"")))
                    .build();
            assertThat(HTTP.send(download, HttpResponse.BodyHandlers.ofString()).body())
                    .isEqualTo("hello");
        }
    }

    @Test
    void thePackageRunsAsItIs() throws Exception {
        try (Script run = script("run", "--package", "on", "--port", "0", "--data", folder.toString())) {
            URI health = URI.create(run.line("READY ") + "/file/health_check?check_dependencies=true");

            assertThat(HTTP.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("pass");
            run.stop();
        }
    }

    @Test
    void itSaysWhatToOpenAndHowToGetAToken() throws Exception {
        try (Script run = run()) {
            for (String name : List.of("Console: ", "Try it out: ")) {
                URI page = URI.create(run.line(name).strip());
                assertThat(page.getPort())
                        .isEqualTo(URI.create(run.line("READY ")).getPort());
                assertThat(HTTP.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                                .body())
                        .startsWithIgnoringCase("<!doctype html>");
            }
            assertThat(run.line("Token: ").strip()).isEqualTo("./fileapi token --data " + folder);
            assertThat(run.lines)
                    .allMatch(line -> line.length() < 100 + folder.toString().length());
        }
    }

    @Test
    void aSignalStopsItWithAllItsChildren() throws Exception {
        try (Script run = run()) {
            List<ProcessHandle> children = run.process.descendants().toList();
            assertThat(children).isNotEmpty();

            run.stop();

            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void aSecondOneIsRefusedInOneLine() throws Exception {
        try (Script run = run()) {
            String port = run.line("READY ").replaceAll(".*:", "");

            try (Script samePort = script("run", "--port", port, "--data", folder + "/other")) {
                assertThat(samePort.end()).isEqualTo(1);
                assertThat(samePort.errors()).matches("fileapi: Port \\d+ is in use.*\\R");
            }
            try (Script sameData = script("run", "--port", "0", "--data", folder.toString())) {
                assertThat(sameData.end()).isEqualTo(1);
                assertThat(sameData.errors()).matches("fileapi: The data folder .* is in use.*\\R");
            }
        }
    }

    @Test
    void aWrongSettingStopsTheStartInOneLine() throws Exception {
        ProcessBuilder command = command("run", "--port", "0", "--data", folder.toString());
        command.environment().put("FILEAPI_STORE", "paper");

        try (Script run = new Script(command)) {
            assertThat(run.end()).isEqualTo(2);
            assertThat(run.errors()).matches("fileapi: FILEAPI_STORE: .*\\R");
        }
    }

    @Test
    void helpAndVersionArePrinted() throws Exception {
        try (Script help = script("help")) {
            assertThat(help.end()).isZero();
        }
        try (Script help = script("rebuild", "--help")) {
            assertThat(help.line("Usage: ")).startsWith("fileapi rebuild ");
            assertThat(help.end()).isZero();
        }
        assertThat(script("--version").onlyLine()).matches("fileapi \\d+\\.\\d+\\.\\d+");
        try (Script unknown = script("fly")) {
            assertThat(unknown.end()).isEqualTo(2);
        }
    }

    private String token(String role) throws Exception {
        return script("token", "--role", role, "--data", folder.toString()).onlyLine();
    }

    private Script run() throws Exception {
        Script run = script("run", "--port", "0", "--data", folder.toString());
        run.line("READY ");
        return run;
    }

    private static Script script(String... arguments) throws IOException {
        return new Script(command(arguments));
    }

    private static ProcessBuilder command(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Path.of("fileapi").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(Path.of("target").toFile());
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    /** A run of the script; what still runs at the end is killed. */
    private static final class Script implements AutoCloseable {

        private final Process process;
        private final BufferedReader out;
        private final CompletableFuture<String> errors;
        private final List<String> lines = new ArrayList<>();

        Script(ProcessBuilder command) throws IOException {
            process = command.start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            errors = CompletableFuture.supplyAsync(
                    () -> process.errorReader().lines().map(line -> line + "\n").collect(Collectors.joining()));
        }

        /** The rest of the line that begins so, once it is there. */
        String line(String start) throws IOException {
            String line = lines.stream()
                    .filter(seen -> seen.startsWith(start))
                    .findFirst()
                    .orElse(null);
            while (line == null) {
                String next = out.readLine();
                if (next == null) {
                    throw new IOException("No line '" + start + "' in " + lines + errors.join());
                }
                lines.add(next);
                line = next.startsWith(start) ? next : null;
            }
            return line.substring(start.length());
        }

        String onlyLine() throws Exception {
            String line = line("");
            assertThat(end()).isZero();
            assertThat(out.readLine()).isNull();
            return line;
        }

        /** Sends SIGTERM; the process ends within seconds. */
        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        int end() throws InterruptedException {
            return process.waitFor();
        }

        String errors() {
            return errors.join();
        }

        @Override
        public void close() throws IOException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            out.close();
        }
    }
}
