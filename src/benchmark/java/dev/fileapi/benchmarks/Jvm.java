package dev.fileapi.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to start a JVM.
 *
 * @param name for the table
 * @param java the command
 * @param arguments before the class path
 */
record Jvm(String name, Path java, List<String> arguments) {

    /** What the Functions host starts the Java worker with (azure-functions-java-worker 2.17.0, worker.config.json). */
    static final List<String> WORKERS = List.of(
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-noverify",
            "-Djava.net.preferIPv4Stack=true",
            // the emulator of Cosmos DB is spoken to over plain HTTP
            "-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true");

    Jvm with(String otherName, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Jvm(otherName, java, List.copyOf(all));
    }

    Jvm without(String otherName, String argument) {
        return new Jvm(
                otherName,
                java,
                arguments.stream().filter(each -> !each.equals(argument)).toList());
    }

    /** Runs {@link StartUp}: the parts that it printed, in milliseconds. */
    Map<String, Long> run(String classPath, Map<String, String> environment, List<String> startUp) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        command.addAll(List.of("-cp", classPath, StartUp.class.getName()));
        command.addAll(startUp);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        Map<String, Long> parts = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.lastIndexOf(": ");
            if (line.matches("[A-Za-z' -]+: \\d+")) {
                parts.put(line.substring(0, colon), Long.parseLong(line.substring(colon + 2)));
            }
        }
        parts.remove("the benchmark's own");
        if (!parts.containsKey("second link")) {
            throw new IOException(name + " did not get through: " + lines);
        }
        return parts;
    }
}
