package dev.fileapi.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Medians of many starts, in Markdown.
 *
 * @param runs by kind of JVM, the one to compare with first
 */
record StartUpTable(String title, Map<String, List<Map<String, Long>>> runs) {

    private static final String BEYOND = "second link";

    void print(PrintStream out) {
        List<Map<String, Long>> baseline = runs.values().iterator().next();
        List<String> parts = List.copyOf(baseline.get(0).keySet());
        long whole = median(baseline, parts);
        out.println("\n" + title + ", in parts of the first line's whole (" + whole + " ms)\n");
        out.println("| | " + String.join(" | ", parts) + " | to the first link |");
        out.println("| --- |" + " --- |".repeat(parts.size() + 1));
        runs.forEach((name, starts) -> {
            StringBuilder line = new StringBuilder("| " + name + " |");
            for (String part : parts) {
                line.append(ratio(median(starts, List.of(part)), whole));
            }
            out.println(line.append(ratio(median(starts, parts), whole)));
        });
    }

    /** Of the sums of these parts, without what comes after the first link. */
    static long median(List<Map<String, Long>> starts, List<String> parts) {
        long[] sums = starts.stream()
                .mapToLong(start -> parts.stream()
                        .filter(part -> parts.size() == 1 || !part.equals(BEYOND))
                        .mapToLong(start::get)
                        .sum())
                .sorted()
                .toArray();
        return sums[sums.length / 2];
    }

    private static String ratio(long part, long whole) {
        return String.format(Locale.ROOT, " %.2f |", (double) part / whole);
    }
}
