package dev.fileapi.files;

import java.util.EnumMap;
import java.util.Map;

/** Counts what a sweep does; used by one thread. */
final class SweepTally {

    private final Map<CheckResult, Integer> results = new EnumMap<>(CheckResult.class);
    private int failures;

    void add(CheckResult result) {
        results.merge(result, 1, Integer::sum);
    }

    void addFailure() {
        failures++;
    }

    SweepReport report(boolean finished) {
        return new SweepReport(
                of(CheckResult.COMMITTED), of(CheckResult.DISCARDED), of(CheckResult.PURGED), failures, finished);
    }

    private int of(CheckResult result) {
        return results.getOrDefault(result, 0);
    }
}
