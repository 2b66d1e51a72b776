package dev.fileapi.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aPercentileIsTheTimeThatSoManyInAHundredDidNotExceed() {
        Latencies latencies = Latencies.ofNanos(
                LongStream.rangeClosed(1, 200).map(i -> i * 1_000_000).toArray());

        assertThat(latencies.percentileMillis(50)).isEqualTo(100);
        assertThat(latencies.percentileMillis(99)).isEqualTo(198);
        assertThat(latencies.percentileMillis(100)).isEqualTo(200);
    }

    @Test
    void theOrderOfCallsDoesNotMatter() {
        assertThat(Latencies.ofNanos(3_000_000, 1_000_000, 2_000_000).percentileMillis(50))
                .isEqualTo(2);
    }

    @Test
    void oneCallIsEveryPercentile() {
        Latencies one = Latencies.ofNanos(1_500_000);

        assertThat(one.percentileMillis(1)).isEqualTo(1.5);
        assertThat(one.percentileMillis(99)).isEqualTo(1.5);
    }

    @Test
    void latenciesOfSeveralCallersAreTakenTogether() {
        Latencies both =
                Latencies.together(List.of(Latencies.ofNanos(1_000_000, 5_000_000), Latencies.ofNanos(3_000_000)));

        assertThat(both.count()).isEqualTo(3);
        assertThat(both.percentileMillis(50)).isEqualTo(3);
    }
}
