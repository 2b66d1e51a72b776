package dev.fileapi.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void fewSlicesDoNotTell() {
        assertThat(after(1, 1, 1, 1, 1).isOver()).isFalse();
    }

    @Test
    void warmUpGoesOnWhileTheCostFalls() {
        assertThat(after(9, 8, 7, 6, 5, 4).isOver()).isFalse();
    }

    @Test
    void itIsOverWhenTheCostFallsNoLonger() {
        assertThat(after(9, 8, 7, 2, 2, 2).isOver()).isFalse();
        assertThat(after(9, 8, 7, 2, 2, 2, 1.9, 2, 1.95).isOver()).isTrue();
    }

    @Test
    void oneOddSliceChangesNothing() {
        assertThat(after(2, 2, 2, 2, 0.5, 2).isOver()).isTrue();
        assertThat(after(9, 8, 7, 6, 20, 4).isOver()).isFalse();
    }

    @Test
    void aCostThatRisesIsNotWaitedFor() {
        assertThat(after(2, 2, 2, 3, 3, 4).isOver()).isTrue();
    }

    private static WarmUp after(double... costs) {
        WarmUp warmUp = new WarmUp();
        for (double cost : costs) {
            warmUp.add(cost);
        }
        return warmUp;
    }
}
