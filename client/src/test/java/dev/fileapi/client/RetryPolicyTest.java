package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a client waits, and when it takes a link for ended. */
class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2024-01-31T12:00:00Z");

    private final RetryPolicy policy =
            new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void theLimitOfTheWaitDoublesUpToTheLongest() {
        for (int attempt = 1; attempt < 100; attempt++) {
            long limit = Math.min(1_000, 100L << Math.min(attempt - 1, 20));
            assertThat(policy.delay(attempt, null)).isBetween(Duration.ZERO, Duration.ofMillis(limit));
        }
    }

    @Test
    void retryAfterIsTheLeastThatIsWaited() {
        assertThat(policy.delay(1, Duration.ofSeconds(3))).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_100));
    }

    @Test
    void aCallIsNotMadeMoreOftenThanAllowed() {
        assertThat(policy.allows(4, null)).isTrue();
        assertThat(policy.allows(5, null)).isFalse();
        assertThat(policy.allows(1, Duration.ofSeconds(31))).isFalse();
    }

    @Test
    void aPolicyWithoutAnAttemptIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void retryAfterIsSecondsOrATime() {
        assertThat(retryAfter("7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(retryAfter("Wed, 31 Jan 2024 12:00:09 GMT")).isEqualTo(Duration.ofSeconds(9));
        assertThat(retryAfter("Wed, 31 Jan 2024 11:00:00 GMT")).isEqualTo(Duration.ZERO);
        assertThat(retryAfter("soon")).isNull();
    }

    @Test
    void aLinkIsRenewedBeforeItEnds() {
        URI link = URI.create("http://host/blob?se=2024-01-31T12%3A30%3A00Z&sig=s");

        assertThat(SignedUrl.renewAt(link, NOW)).isEqualTo(Instant.parse("2024-01-31T12:28:00Z"));
    }

    @Test
    void aFreshLinkThatSeemsToHaveEndedIsUsed() {
        URI link = URI.create("http://host/blob?se=2024-01-31T11%3A30%3A00Z&sig=s");

        assertThat(SignedUrl.renewAt(link, NOW)).isEqualTo(Instant.MAX);
    }

    @Test
    void aLinkThatHasEndedIsRenewedOnce() {
        URI renewed = URI.create("http://host/blob?sig=new");
        URI first = URI.create("http://host/blob?sig=old");
        SignedUrl link = new SignedUrl(first, () -> renewed);

        assertThat(link.current()).isEqualTo(first);
        assertThat(link.after(first)).isEqualTo(renewed);
        assertThat(link.after(first)).isEqualTo(renewed);
    }

    @Test
    void aLargeFileHasAtMostAsManyBlocksAsABlobCanHave() {
        List<BlockPlan.Part> parts = BlockPlan.of(1L << 45, 8 << 20);

        assertThat(parts).hasSizeLessThanOrEqualTo(50_000);
        assertThat(parts.stream().mapToLong(BlockPlan.Part::length).sum()).isEqualTo(1L << 45);
    }

    private static @Nullable Duration retryAfter(String value) {
        return RetryAfter.in(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, each) -> true), NOW);
    }
}
