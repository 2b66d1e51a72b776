package dev.fileapi.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;

/**
 * The rule by which calls are warm: what they cost has stopped falling. The median of the last {@value #WINDOW} slices is at least
 * {@value #PERCENT} percent of that of as many before them. A figure that rises, as when others use the machine, counts as warm.
 */
final class WarmUp {

    private static final int WINDOW = 3;
    private static final int PERCENT = 95;

    private final List<Double> costs = new ArrayList<>();

    /** @param cost of a call in the slice after the last one */
    void add(double cost) {
        costs.add(cost);
    }

    /** How many there have been. */
    int slices() {
        return costs.size();
    }

    boolean isOver() {
        int slices = costs.size();
        if (slices < 2 * WINDOW) {
            return false;
        }
        double before = Median.of(costs.subList(slices - 2 * WINDOW, slices - WINDOW));
        double last = Median.of(costs.subList(slices - WINDOW, slices));
        return last >= before * PERCENT / 100;
    }
}
