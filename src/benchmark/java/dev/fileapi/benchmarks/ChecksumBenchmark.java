package dev.fileapi.benchmarks;

import dev.fileapi.benchmarks.worker.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What checksums cost, with the compilers that the Functions host's Java worker uses and with all of them: one process for each. */
final class ChecksumBenchmark {

    private ChecksumBenchmark() {}

    static void run() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Jvm worker = new Jvm("worker", java, Jvm.WORKERS);
        run(worker);
        run(worker.without("all compilers", Jvm.FIRST_COMPILER_ONLY));
    }

    private static void run(Jvm jvm) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jvm.java().toString()));
        command.addAll(jvm.arguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), ChecksumRates.class.getName(), jvm.name()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(jvm.name() + " ended with " + status);
        }
    }
}
