package dev.fileapi.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairShareTest {

    private final Executor callers = task -> new Thread(task).start();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

    @Test
    void aTenantsCallersBeyondItsShareWaitForTheirTurn() {
        FairShare fair = new FairShare(2, 8, Duration.ofMinutes(1));
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> fair.use("a", this::held), callers))
                .toList();
        await().until(() -> working.get() == 2);

        assertThat(fair.use("b", () -> "at once")).isEqualTo("at once");
        assertThat(working).hasValue(2);

        goOn.countDown();
        calls.forEach(CompletableFuture::join);
        assertThat(working).hasValue(10);
    }

    @Test
    void tooManyAreRefusedAtOnce() {
        FairShare fair = new FairShare(1, 0, Duration.ofMinutes(1));
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> fair.use("a", this::held), callers);
        await().until(() -> working.get() == 1);

        assertThatThrownBy(() -> fair.use("a", this::held)).isInstanceOf(RejectedExecutionException.class);

        goOn.countDown();
        first.join();
        assertThat(fair.use("a", () -> "again")).isEqualTo("again");
    }

    @Test
    void aCallerThatWaitsTooLongIsRefused() {
        FairShare fair = new FairShare(1, 8, Duration.ofMillis(50));
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> fair.use("a", this::held), callers);
        await().until(() -> working.get() == 1);

        assertThatThrownBy(() -> fair.use("a", this::held))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("PT0.05S");

        goOn.countDown();
        first.join();
        assertThat(working).hasValue(1);
    }

    @Test
    void aFailureEndsATurn() {
        FairShare fair = new FairShare(1, 0, Duration.ofMinutes(1));

        assertThatThrownBy(() -> fair.use("a", () -> {
                    throw new IllegalArgumentException("failed");
                }))
                .hasMessage("failed");
        assertThat(fair.use("a", () -> "again")).isEqualTo("again");
    }

    private int held() {
        int all = working.incrementAndGet();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }
}
