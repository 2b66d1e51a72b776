package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.local.StandingClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowingTheIssuersKeys {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final StandingClock clock = new StandingClock(Settings.NOW);
    private final Issuer issuer = new Issuer(clock);
    private final KeysServer server = new KeysServer(Issuer.jwks(Issuer.RSA));
    private final PublishedKeys keys = keys(Duration.ofSeconds(5));
    private final TokenVerifier verifier = new TokenVerifier(keys, Settings.publishedKeys(server.url()), clock);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theyAreFetchedWhenFirstNeededAndThenKept() {
        assertThat(server.requests()).isZero();
        verify(issuer.token(Issuer.RSA));
        clock.move(Settings.LIFETIME.minusSeconds(1));
        verify(issuer.token(Issuer.RSA));

        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theSameKeysStayTheSameObject() {
        KeySet first = keys.current();
        clock.move(Settings.LIFETIME);

        assertThat(keys.current()).isSameAs(first);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aNewKeyIsFetchedAtOnce() {
        verify(issuer.token(Issuer.RSA));
        server.publish(Issuer.jwks(Issuer.RSA, Issuer.OTHER_RSA));

        verify(issuer.token(Issuer.OTHER_RSA));
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aWithdrawnKeyServesNoLongerThanTheKeysLifetime() {
        verify(issuer.token(Issuer.RSA));
        server.publish(Issuer.jwks(Issuer.OTHER_RSA));

        clock.move(Settings.LIFETIME);
        assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(MissingTokenException.class);
    }

    @Test
    void aStormOfUnknownKeysIsOneFetch() throws Exception {
        verify(issuer.token(Issuer.RSA));
        server.delay(Duration.ofMillis(50));
        String unknown = issuer.token(Issuer.OTHER_RSA);

        List<Throwable> refusals = together(32, () -> verify(unknown));

        assertThat(refusals).hasSize(32).allMatch(MissingTokenException.class::isInstance);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void unknownKeysAreSoughtAgainAfterTheInterval() {
        verify(issuer.token(Issuer.RSA));
        assertThatThrownBy(() -> verify(issuer.token(Issuer.OTHER_RSA))).isInstanceOf(MissingTokenException.class);
        server.publish(Issuer.jwks(Issuer.RSA, Issuer.OTHER_RSA));

        clock.move(Settings.REFETCH.minusMillis(1));
        assertThatThrownBy(() -> verify(issuer.token(Issuer.OTHER_RSA))).isInstanceOf(MissingTokenException.class);
        clock.move(Duration.ofMillis(1));
        verify(issuer.token(Issuer.OTHER_RSA));
    }

    @Test
    void theFirstCallersShareOneFetch() throws Exception {
        server.delay(Duration.ofMillis(50));
        String token = issuer.token(Issuer.RSA);

        assertThat(together(32, () -> verify(token))).isEmpty();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theLastGoodKeysServeThroughAnOutage() {
        verify(issuer.token(Issuer.RSA));
        server.fail(503);

        clock.move(Settings.LIFETIME.plus(Settings.OUTAGE).minusSeconds(1));
        verify(issuer.token(Issuer.RSA));
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void theyServeOnWhenTheServerIsGone() {
        verify(issuer.token(Issuer.RSA));
        server.close();

        clock.move(Settings.LIFETIME);
        verify(issuer.token(Issuer.RSA));
    }

    @Test
    void inAnOutageTheServerIsAskedOnceAnInterval() {
        verify(issuer.token(Issuer.RSA));
        server.fail(500);
        clock.move(Settings.LIFETIME);

        for (int i = 0; i < 10; i++) {
            verify(issuer.token(Issuer.RSA));
        }
        assertThat(server.requests()).isEqualTo(2);

        clock.move(Settings.REFETCH);
        verify(issuer.token(Issuer.RSA));
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void nobodyWithAKnownKeyWaitsForAFetchThatHangs() throws Exception {
        verify(issuer.token(Issuer.RSA));
        clock.move(Settings.LIFETIME);
        server.delay(Duration.ofSeconds(2));
        String token = issuer.token(Issuer.RSA);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<?> waiting = one.submit(() -> verify(token));
            while (server.requests() < 2) {
                Thread.sleep(5);
            }
            long start = System.nanoTime();
            verify(token);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            waiting.get(10, TimeUnit.SECONDS);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void whileThereAreNoKeysTheTokenIsNotToBlame() {
        server.fail(500);
        assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(KeysUnavailableException.class);

        server.recover();
        clock.move(Duration.ofSeconds(1));
        verify(issuer.token(Issuer.RSA));
    }

    @Test
    void anUnknownKeyIsNotToBlameWhileTheServerFails() {
        verify(issuer.token(Issuer.RSA));
        server.fail(500);

        assertThatThrownBy(() -> verify(issuer.token(Issuer.OTHER_RSA))).isInstanceOf(KeysUnavailableException.class);
        verify(issuer.token(Issuer.RSA));
    }

    @Test
    void anAnswerThatIsNoKeySetIsAFailure() {
        verify(issuer.token(Issuer.RSA));
        clock.move(Settings.LIFETIME);

        for (String answer : List.of("<html>", "{\"keys\":[]}", "{}", "[]", "{\"keys\":[{\"kty\":\"RSA\"}]}")) {
            server.publish(answer);
            clock.move(Settings.REFETCH);
            verify(issuer.token(Issuer.RSA));
        }
        assertThat(server.requests()).isEqualTo(6);
    }

    @Test
    void aSlowServerIsGivenUpInTime() {
        server.delay(Duration.ofSeconds(20));
        assertGivenUpInTime();
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsGivenUpInTime() {
        server.pauseInBody(Duration.ofSeconds(20));
        assertGivenUpInTime();
    }

    private void assertGivenUpInTime() {
        PublishedKeys impatient = keys(SHORT);
        long start = System.nanoTime();

        assertThatThrownBy(impatient::current).isInstanceOf(KeysUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
    }

    private PublishedKeys keys(Duration timeout) {
        KeysEndpoint endpoint = new KeysEndpoint(URI.create(server.url()), timeout);
        return new PublishedKeys(endpoint, Settings.publishedKeys(server.url()), clock);
    }

    private void verify(String token) {
        TokenVerifier.Verified verified = verifier.verify(token);
        assertThat(verified.claims().getIssuer()).isEqualTo(Issuer.NAME);
    }

    /** Runs it in so many threads at once; what they threw. */
    private static List<Throwable> together(int threads, Runnable action) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                runs.add(pool.submit(() -> {
                    start.await();
                    action.run();
                    return null;
                }));
            }
            start.countDown();
            List<Throwable> thrown = new ArrayList<>();
            for (Future<?> run : runs) {
                try {
                    run.get();
                } catch (ExecutionException e) {
                    thrown.add(e.getCause());
                }
            }
            return thrown;
        } finally {
            pool.shutdownNow();
        }
    }
}
