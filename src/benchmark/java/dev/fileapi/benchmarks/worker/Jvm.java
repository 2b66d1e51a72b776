package dev.fileapi.benchmarks.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to start a JVM.
 *
 * @param name for the table
 * @param java the command
 * @param arguments before the class path
 */
public record Jvm(String name, Path java, List<String> arguments) {

    /** Among the {@link #WORKERS}: without it there is also the compiler that optimises more, and takes longer. */
    public static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** What the Functions host starts the Java worker with (azure-functions-java-worker 2.17.0, worker.config.json). */
    public static final List<String> WORKERS = List.of(
            "-XX:+TieredCompilation",
            FIRST_COMPILER_ONLY,
            "-noverify",
            "-Djava.net.preferIPv4Stack=true",
            // the emulator of Cosmos DB is spoken to over plain HTTP
            "-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true");

    public Jvm with(String otherName, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Jvm(otherName, java, List.copyOf(all));
    }

    public Jvm without(String otherName, String argument) {
        return new Jvm(
                otherName,
                java,
                arguments.stream().filter(each -> !each.equals(argument)).toList());
    }

    /**
     * Returns a process that runs a program in this JVM, not yet started.
     *
     * @param program a main class with its arguments; empty for none
     */
    public ProcessBuilder process(String classPath, List<String> program) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        command.addAll(List.of("-cp", classPath));
        command.addAll(program);
        return new ProcessBuilder(command);
    }
}
