package dev.fileapi.benchmarks.calls;

import java.util.Arrays;
import java.util.List;

/** How long calls took. */
final class Latencies {

    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    static Latencies ofNanos(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    static Latencies together(List<Latencies> parts) {
        return ofNanos(parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.sortedNanos))
                .toArray());
    }

    int count() {
        return sortedNanos.length;
    }

    /**
     * Returns the shortest time that at least this part of the calls did not exceed.
     *
     * @param percent more than 0, at most 100
     */
    double percentileMillis(int percent) {
        int rank = (int) Math.ceil(sortedNanos.length * percent / 100.0);
        return sortedNanos[rank - 1] / 1e6;
    }
}
