package dev.fileapi.blobs.azure.sas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.blobs.azure.sas.SigningKey.DelegationKey;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.local.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DelegationKeysTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final StandingClock clock = new StandingClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final RecordingLender lender = new RecordingLender();
    private final DelegationKeys keys = new DelegationKeys(lender, clock);

    @Test
    void itIsAskedForFromAQuarterOfAnHourAgoForSevenDays() {
        DelegationKey key = link();

        assertThat(key.startsAt()).isEqualTo("2026-03-01T09:45:00Z");
        assertThat(key.endsAt()).isEqualTo("2026-03-08T09:45:00Z");
    }

    @Test
    void itServesManyLinks() {
        DelegationKey first = link();
        clock.move(Duration.ofDays(5));

        assertThat(link()).isSameAs(first);
        assertThat(lender.lent).hasValue(1);
    }

    @Test
    void itIsRenewedADayBeforeItEnds() {
        DelegationKey first = link();
        clock.move(DelegationKeys.LIFETIME.minus(DelegationKeys.CLOCK_SKEW).minus(DelegationKeys.RENEWED_BEFORE_END));

        assertThat(link()).isNotSameAs(first);
        assertThat(lender.lent).hasValue(2);
    }

    @Test
    void theOldOneServesOnWhileItCannotBeRenewed() {
        DelegationKey first = link();
        clock.move(Duration.ofDays(6));
        lender.failing = true;

        assertThat(link()).isSameAs(first);
        assertThat(link()).isSameAs(first);
        assertThat(lender.lent).hasValue(2);

        lender.failing = false;
        clock.move(DelegationKeys.RETRY_AFTER);
        assertThat(link()).isNotSameAs(first);
    }

    @Test
    void noLinkOutlivesIt() {
        link();
        clock.move(DelegationKeys.LIFETIME.minus(DelegationKeys.CLOCK_SKEW).minusMinutes(10));
        lender.failing = true;

        assertThatThrownBy(this::link).isInstanceOf(BlobStoreException.class);
    }

    @Test
    void aLinkOfSixDaysIsSignedWithAFreshOneWhereTheOldOneEndsBefore() {
        DelegationKey first = link();
        clock.move(Duration.ofDays(1));
        Instant end = clock.instant().plus(Duration.ofDays(6));

        DelegationKey second = keys.lastingUntil(end);

        assertThat(second).isNotSameAs(first);
        assertThat(second.endsAt()).isAfter(end);
        assertThat(link()).isSameAs(second);
    }

    @Test
    void oneThatEndsTooSoonIsNotUsed() {
        lender.lifetime = Duration.ofMinutes(20);

        assertThatThrownBy(this::link).isInstanceOf(BlobStoreException.class);
    }

    @Test
    void concurrentCallersFetchItOnce() throws Exception {
        lender.slow = true;

        List<DelegationKey> got = concurrently(16, this::link);

        assertThat(got).hasSize(16).containsOnly(got.get(0));
        assertThat(lender.lent).hasValue(1);
    }

    @Test
    void concurrentCallersShareOneFailure() throws Exception {
        lender.slow = true;
        lender.failing = true;

        List<Class<?>> failures = concurrently(16, () -> {
            try {
                return link().getClass();
            } catch (BlobStoreException e) {
                return e.getClass();
            }
        });

        assertThat(failures).containsOnly(BlobStoreException.class);
        assertThat(lender.lent).hasValue(1);

        lender.failing = false;
        clock.move(DelegationKeys.FAILURE_KEPT);
        assertThat(link()).isNotNull();
    }

    @Test
    void whileOneCallerRenewsItTheOthersDoNotWait() throws Exception {
        DelegationKey first = link();
        clock.move(Duration.ofDays(6).plusHours(1));
        lender.gate = new CountDownLatch(1);
        ExecutorService renewer = Executors.newSingleThreadExecutor();
        try {
            Future<DelegationKey> renewed = renewer.submit(this::link);
            assertThat(lender.asked.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(link()).isSameAs(first);

            lender.gate.countDown();
            assertThat(renewed.get(5, TimeUnit.SECONDS)).isNotSameAs(first);
        } finally {
            renewer.shutdownNow();
        }
    }

    private DelegationKey link() {
        return keys.lastingUntil(clock.instant().plus(HALF_AN_HOUR));
    }

    private static <T> List<T> concurrently(int callers, Callable<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(callers, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Lends what it is asked for, and counts. */
    private static final class RecordingLender implements DelegationKeys.Lender {

        final AtomicInteger lent = new AtomicInteger();
        final CountDownLatch asked = new CountDownLatch(2);
        volatile boolean failing;
        volatile boolean slow;
        volatile Duration lifetime = DelegationKeys.LIFETIME;
        volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public DelegationKey lend(Instant start, Instant end) {
            lent.incrementAndGet();
            asked.countDown();
            try {
                gate.await();
                if (slow) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failing) {
                throw new BlobStoreException("lends nothing", null);
            }
            return new DelegationKey("object", "tenant", start, start.plus(lifetime), "b", "2025-07-05", "a2V5");
        }
    }
}
