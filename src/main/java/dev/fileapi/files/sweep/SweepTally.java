package dev.fileapi.files.sweep;

import dev.fileapi.files.store.SweepReport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts what a sweep does; used by one thread. */
final class SweepTally {

    private final Map<SweepOutcome, Integer> results = new EnumMap<>(SweepOutcome.class);
    private int failures;
    private Duration overdue = Duration.ZERO;

    void add(Duration late) {
        overdue = late.compareTo(overdue) > 0 ? late : overdue;
    }

    void add(SweepOutcome result) {
        results.merge(result, 1, Integer::sum);
    }

    void addFailure() {
        failures++;
    }

    SweepReport report(boolean finished) {
        return new SweepReport(
                of(SweepOutcome.COMMITTED),
                of(SweepOutcome.DISCARDED),
                of(SweepOutcome.PURGED),
                failures,
                overdue,
                finished);
    }

    private int of(SweepOutcome result) {
        return results.getOrDefault(result, 0);
    }
}
