package dev.fileapi.files;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts what a sweep does; used by one thread. */
final class SweepTally {

    private final Map<CheckResult, Integer> results = new EnumMap<>(CheckResult.class);
    private int failures;
    private Duration overdue = Duration.ZERO;

    void add(Duration late) {
        overdue = late.compareTo(overdue) > 0 ? late : overdue;
    }

    void add(CheckResult result) {
        results.merge(result, 1, Integer::sum);
    }

    void addFailure() {
        failures++;
    }

    SweepReport report(boolean finished) {
        return new SweepReport(
                of(CheckResult.COMMITTED),
                of(CheckResult.DISCARDED),
                of(CheckResult.PURGED),
                failures,
                overdue,
                finished);
    }

    private int of(CheckResult result) {
        return results.getOrDefault(result, 0);
    }
}
