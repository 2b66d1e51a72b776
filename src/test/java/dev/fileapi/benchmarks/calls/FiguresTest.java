package dev.fileapi.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void aFigureIsTheMedianOfItsRounds() {
        Figures figures = Figures.of(
                "link",
                List.of(slice(2.0), slice(9.0), slice(2.2)),
                List.of(slice(1), slice(1), slice(1)),
                new WarmUp());

        assertThat(figures.cpuMillis()).isEqualTo(2.2);
        assertThat(figures.leastCpuMillis()).isEqualTo(2.0);
        assertThat(figures.mostCpuMillis()).isEqualTo(9.0);
        assertThat(figures.perSecond()).isEqualTo(8);
        assertThat(figures.calls()).isEqualTo(12);
    }

    @Test
    void theRatioComparesEachRoundWithTheFloorOfThatRound() {
        List<Slice> busyInTheSecondRound = List.of(slice(2.0), slice(4.0), slice(2.0));
        List<Slice> floor = List.of(slice(1.0), slice(2.0), slice(1.0));

        assertThat(Figures.of("link", busyInTheSecondRound, floor, new WarmUp()).cpuToFloor())
                .isEqualTo(2.0, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        assertThat(Median.of(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(3.5);
    }

    private static Slice slice(double cpuMillis) {
        return new Slice(Latencies.ofNanos(1, 2, 3, 4), 0.5, cpuMillis, 1_000, new Slice.DatabaseShare(0.1, 2));
    }
}
