package dev.fileapi.cli.benchmark;

import dev.fileapi.cli.benchmark.CountingProxy.Traffic;
import dev.fileapi.cli.benchmark.MeasuredProcess.Usage;
import dev.fileapi.cli.benchmark.Tool.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured, as a table of medians. */
final class Results {

    private static final double MIB = 1024.0 * 1024;
    static final String BASELINE = "bare requests";

    private final Map<Key, List<Result>> results = new LinkedHashMap<>();

    void add(Step step, String tool, Usage usage, Traffic api, Traffic blobs) {
        Result result = new Result(usage, api, blobs);
        System.err.printf("%s, %s: %.1f s%n", step.title(), tool, usage.seconds());
        results.computeIfAbsent(new Key(step, tool), key -> new ArrayList<>()).add(result);
    }

    String table(String data, boolean hasRclone) {
        StringBuilder table = new StringBuilder(data + "\n\n")
                .append("| | | s | to bare | CPU s | requests | calls | MiB sent | MiB received | peak MiB |\n")
                .append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        results.forEach((key, values) -> {
            double seconds = median(values, result -> result.usage.seconds());
            List<Result> bare = results.getOrDefault(new Key(key.step, BASELINE), List.of());
            table.append(String.format(
                    "| %s | %s | %.1f | %s | %.1f | %,.0f | %,.0f | %,.1f | %,.1f | %.0f |%n",
                    key.step.title(),
                    key.tool,
                    seconds,
                    bare.isEmpty()
                            ? "—"
                            : String.format("%.2f", seconds / median(bare, result -> result.usage.seconds())),
                    median(values, result -> result.usage.processorSeconds()),
                    median(values, result -> result.blobs.requests()),
                    median(values, result -> result.api.requests()),
                    median(values, result -> (result.api.sent() + result.blobs.sent()) / MIB),
                    median(values, result -> (result.api.received() + result.blobs.received()) / MIB),
                    median(values, result -> result.usage.peakMebibytes())));
        });
        return table + (hasRclone ? "" : "\nrclone: not installed\n");
    }

    private static double median(List<Result> values, ToDoubleFunction<Result> figure) {
        double[] sorted = values.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private record Key(Step step, String tool) {}

    private record Result(Usage usage, Traffic api, Traffic blobs) {}
}
