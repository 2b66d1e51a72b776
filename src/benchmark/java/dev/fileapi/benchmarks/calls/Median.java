package dev.fileapi.benchmarks.calls;

import java.util.Collection;
import java.util.List;

/** The middle of some figures. */
final class Median {

    private Median() {}

    /** @throws IllegalArgumentException for none */
    static double of(Collection<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("There is no figure");
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
