package dev.fileapi.cli.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program, and looks every few milliseconds at what it has used: what it uses after the last look is not counted. */
final class MeasuredProcess {

    private static final int LOOK_MILLIS = 10;
    private static final File LOG = new File("target/benchmark.log");

    private MeasuredProcess() {}

    static Usage run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.appendTo(LOG));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Duration processor = Duration.ZERO;
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            processor = process.info().totalCpuDuration().orElse(processor);
            peak = Math.max(peak, peakKibibytes(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue() + ": see " + LOG);
        }
        return new Usage(seconds, processor.toMillis() / 1e3, peak / 1024.0);
    }

    /** As Linux tells ({@code VmHWM}, proc_pid_status(5)); 0 elsewhere. */
    private static long peakKibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /**
     * What a program has used.
     *
     * @param seconds from its start to its end
     * @param processorSeconds of all its threads, in user and system mode
     * @param peakMebibytes the most memory it had in RAM
     */
    record Usage(double seconds, double processorSeconds, double peakMebibytes) {}
}
