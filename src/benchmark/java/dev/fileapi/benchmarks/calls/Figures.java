package dev.fileapi.benchmarks.calls;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one kind of call costs: medians of its rounds, but for the latencies, which are of all calls.
 *
 * @param calls how many were made in all rounds
 * @param cpuMillis per call, of the service's process
 * @param leastCpuMillis in the round where it was least
 * @param mostCpuMillis in the round where it was most
 * @param allocatedBytes per call, of the service's process
 * @param databaseMillis per call, how long sessions of the database executed statements
 * @param transactions per call; a statement outside of one counts as one
 * @param cpuToFloor how many times the processor time of the floor in the same round
 * @param warmUpSlices how many slices it took to be warm
 * @param warm whether it was by then
 */
public record Figures(
        String call,
        long calls,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double cpuMillis,
        double leastCpuMillis,
        double mostCpuMillis,
        double allocatedBytes,
        double databaseMillis,
        double transactions,
        double cpuToFloor,
        int warmUpSlices,
        boolean warm) {

    /**
     * Computes them.
     *
     * @param slices one of each round, at least one
     * @param floor the floor's slices in the same rounds
     */
    static Figures of(String call, List<Slice> slices, List<Slice> floor, WarmUp warmUp) {
        Latencies all = Latencies.together(slices.stream().map(Slice::latencies).toList());
        List<Double> cpu = slices.stream().map(Slice::cpuMillis).sorted().toList();
        List<Double> ratios = IntStream.range(0, slices.size())
                .mapToObj(round ->
                        slices.get(round).cpuMillis() / floor.get(round).cpuMillis())
                .toList();
        return new Figures(
                call,
                all.count(),
                median(slices, Slice::perSecond),
                all.percentileMillis(50),
                all.percentileMillis(99),
                Median.of(cpu),
                cpu.get(0),
                cpu.get(cpu.size() - 1),
                median(slices, Slice::allocatedBytes),
                median(slices, slice -> slice.database().millis()),
                median(slices, slice -> slice.database().transactions()),
                Median.of(ratios),
                warmUp.slices(),
                warmUp.isOver());
    }

    private static double median(List<Slice> slices, ToDoubleFunction<Slice> figure) {
        return Median.of(slices.stream().map(figure::applyAsDouble).toList());
    }
}
