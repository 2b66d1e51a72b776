package dev.fileapi.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class FairThreadsTest {

    private static final List<Integer> THOUSAND =
            IntStream.range(0, 1_000).boxed().toList();

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final FairThreads threads = new FairThreads("test", 4, 3, 1_500);

    @AfterEach
    void close() {
        goOn.countDown();
        threads.close();
    }

    @Test
    void resultsComeInTheOrderOfTheItems() {
        assertThat(threads.each("a", THOUSAND, item -> item + 1))
                .isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void oneFailureIsThrownOnceAllHaveEnded() {
        AtomicInteger ended = new AtomicInteger();

        assertThatThrownBy(() -> threads.each("a", THOUSAND, item -> {
                    if (item == 0) {
                        throw new IllegalArgumentException("first");
                    }
                    return ended.incrementAndGet();
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first");
        assertThat(ended).hasValue(999);
    }

    @Test
    void aTenantHasNoMoreThanItsShare() {
        CompletableFuture<?> large = CompletableFuture.runAsync(() -> threads.each("a", THOUSAND, this::held));

        await().until(() -> running.get() == 3);

        assertThat(threads.each("b", List.of(1, 2), item -> item)).containsExactly(1, 2);
        assertThat(running).hasValue(3);
        goOn.countDown();
        large.join();
        assertThat(running).hasValue(1_000);
    }

    @Test
    void tenantsTakeTurns() {
        FairThreads one = new FairThreads("one", 1, 1, 1_500);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<?> first = CompletableFuture.runAsync(() -> one.each("a", List.of(1, 2, 3), item -> {
            held(item);
            return order.add("a" + item);
        }));
        await().until(() -> running.get() == 1);
        CompletableFuture<?> second =
                CompletableFuture.runAsync(() -> one.each("b", List.of(1, 2), item -> order.add("b" + item)));
        await().until(() -> one.waiting() == 4);
        goOn.countDown();
        CompletableFuture.allOf(first, second).join();

        assertThat(order).containsExactly("a1", "a2", "b1", "a3", "b2");
        one.close();
    }

    @Test
    void whatWouldWaitTooLongIsRefusedAndHasNotBegun() {
        CompletableFuture<?> large = CompletableFuture.runAsync(() -> threads.each("a", THOUSAND, this::held));
        await().until(() -> running.get() == 3);

        assertThatThrownBy(() -> threads.each("a", THOUSAND, this::held))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(threads.each("b", THOUSAND, item -> item)).hasSize(1_000);

        goOn.countDown();
        large.join();
        assertThat(running).hasValue(1_000);
        assertThat(threads.each("a", THOUSAND, item -> item)).hasSize(1_000);
    }

    @Test
    void whatHasNotBegunByTheDeadlineNeverDoes() {
        List<Future<Integer>> ended = threads.within(Duration.ofMillis(100), "a", THOUSAND, this::held);

        assertThat(ended).allMatch(Future::isCancelled);
        assertThat(threads.waiting()).isZero();
        goOn.countDown();
        assertThat(threads.each("a", List.of(7), item -> item)).containsExactly(7);
        assertThat(running).hasValue(3);
    }

    @Test
    void workIsLoggedWithTheContextOfItsCaller() {
        MDC.put("invocation_id", "mine");
        try {
            assertThat(threads.each("a", THOUSAND, item -> MDC.get("invocation_id")))
                    .containsOnly("mine");
        } finally {
            MDC.remove("invocation_id");
        }
        CompletableFuture<List<String>> other = CompletableFuture.supplyAsync(() -> {
            MDC.put("invocation_id", "other");
            return threads.each("b", THOUSAND, item -> MDC.get("invocation_id"));
        });
        assertThat(other.join()).containsOnly("other");
    }

    private int held(int item) {
        running.incrementAndGet();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return item;
    }
}
