package dev.fileapi.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.fileapi.local.samples.Journal;
import dev.fileapi.local.samples.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimerTest {

    private final Journal journal = new Journal();
    private final FunctionsHostOptions options = FunctionsHostOptions.defaults();

    @Test
    void aTimerRunsWhenDueEvenAfterAFailure() throws Exception {
        try (FunctionsHost host = FunctionsHost.start(Samples.app(journal), options)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> journal.entries().size() > 2);
            assertThat(host.address()).hasScheme("http");
        }
        assertThat(journal.entries()).startsWith("warm", "1 running, due true", "1 running, due true");
    }

    @Test
    void onDemandRunsFollowEachOther() throws Exception {
        try (FunctionsHost host = FunctionsHost.start(Samples.app(journal), options.withTimers(false))) {
            RawHttp http = new RawHttp(host.address());
            List<CompletableFuture<Integer>> answers = List.of(demanded(http), demanded(http));

            assertThat(answers).extracting(CompletableFuture::join).containsOnly(202);
            assertThat(http.get("/admin/functions/Timer").status()).isEqualTo(404);
            assertThat(http.send("POST", "/admin/functions/None", new byte[0]).status())
                    .isEqualTo(404);
        }
        assertThat(journal.entries()).containsExactly("warm", "1 running, due true", "1 running, due true");
    }

    @ParameterizedTest
    @CsvSource({
        "0 */5 * * * *,         2026-01-01T00:00:00Z, 2026-01-01T00:05:00Z",
        "0 */5 * * * *,         2026-01-01T00:04:59.999Z, 2026-01-01T00:05:00Z",
        "* * * * * *,           2026-01-01T00:00:00.5Z, 2026-01-01T00:00:01Z",
        "30 4/20 * * * *,       2026-01-01T00:05:00Z, 2026-01-01T00:24:30Z",
        "0 30 9 * * Mon-Fri,    2026-01-02T09:30:00Z, 2026-01-05T09:30:00Z",
        "0 30 9 * January 1,    2026-02-01T00:00:00Z, 2027-01-04T09:30:00Z",
        "0 0 0 29 2 *,          2026-01-01T00:00:00Z, 2028-02-29T00:00:00Z",
        "'0 0 9-17/4,23 * * *', 2026-01-01T17:00:00Z, 2026-01-01T23:00:00Z",
        "0 0 0 13 * 5,          2026-01-01T00:00:00Z, 2026-02-13T00:00:00Z"
    })
    void aScheduleHasANextTime(String schedule, Instant after, Instant next) {
        assertThat(NCronTab.parse(schedule).next(after)).contains(next);
    }

    @Test
    void aScheduleMayNeverComeTrue() {
        assertThat(NCronTab.parse("0 0 0 30 2 *").next(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "* * * * *", "60 * * * * *", "* * * * * 7", "*/0 * * * * *", "5-1 * * * * *", "x * * * * *"})
    void aWrongScheduleIsRefused(String schedule) {
        assertThat(catchThrowable(() -> NCronTab.parse(schedule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid ");
    }

    private static CompletableFuture<Integer> demanded(RawHttp http) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return http.send("POST", "/admin/functions/Timer", new byte[0]).status();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
