package dev.fileapi.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs as a process of its own. */
public record Program(List<String> command) {

    private static final int MAX_MINUTES = 3;

    public static Program of(String... command) {
        return new Program(List.of(command));
    }

    /** The Java launcher of this process's own JDK. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Skips the calling test on a machine that lacks one of the tools. */
    public static void assumeInstalled(String... tools) {
        for (String tool : tools) {
            assumeTrue(isInstalled(tool), tool + " is not installed, so what needs it was not run");
        }
    }

    /** Runs the program in a folder until it ends with status 0, and returns what it printed, errors included. */
    public String run(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String printed = Files.readString(output);
            assertThat(ended).as("ended in time: %s", printed).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed;
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
