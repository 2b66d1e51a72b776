package dev.fileapi.benchmarks.calls;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param jvm the arguments of the service's JVM
 * @param loadAverages of the machine, before and after
 * @param idleCpuMillisPerSecond what the service uses when idle, which no call's figures have in them
 */
public record CallsReport(
        CallsOptions options,
        String java,
        List<String> jvm,
        int processors,
        List<Double> loadAverages,
        double idleCpuMillisPerSecond,
        List<Figures> calls) {

    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nJava %s, %s; %d processors, load average %.1f before, %.1f after; %d rounds of %d s, %d callers; idle: %.1f ms/s%n%n",
                java,
                options.compiler(),
                processors,
                loadAverages.get(0),
                loadAverages.get(1),
                options.rounds(),
                options.seconds(),
                options.callers(),
                idleCpuMillisPerSecond);
        out.println("| Call | per s | p50 ms | p99 ms | CPU ms (rounds) | CPU to floor | kB allocated | database ms"
                + " | transactions |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Figures figures : calls) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f | %.3f (%.3f–%.3f) | %.2f | %.1f | %.2f | %.1f |%s%n",
                    figures.call(),
                    figures.perSecond(),
                    figures.p50Millis(),
                    figures.p99Millis(),
                    figures.cpuMillis(),
                    figures.leastCpuMillis(),
                    figures.mostCpuMillis(),
                    figures.cpuToFloor(),
                    figures.allocatedBytes() / 1e3,
                    figures.databaseMillis(),
                    figures.transactions(),
                    figures.warm() ? "" : " not warm after " + figures.warmUpSlices() + " slices");
        }
    }

    public void writeJson(Path file) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
    }
}
