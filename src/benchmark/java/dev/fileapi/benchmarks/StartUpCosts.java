package dev.fileapi.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * What each part of a start costs, in Markdown.
 *
 * @param times in milliseconds, of many starts
 * @param counts of classes and beans, of one start
 */
record StartUpCosts(String title, List<Map<String, Long>> times, Map<String, Long> counts) {

    void print(PrintStream out) {
        out.println();
        out.println(title + ", by part");
        out.println();
        out.println("| | classes loaded | beans made | ms of processor time |");
        out.println("| --- | --- | --- | --- |");
        for (String part : times.get(0).keySet()) {
            out.println("| " + part + " | " + counts.get("classes of " + part) + " | " + counts.get("beans of " + part)
                    + " | " + StartUpTable.median(times, List.of(part)) + " |");
        }
    }
}
