package dev.fileapi.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.fileapi.access.KeysUnavailableException;
import dev.fileapi.access.UnauthenticatedException;
import dev.fileapi.access.testing.Issuer;
import dev.fileapi.access.testing.KeysServer;
import dev.fileapi.local.StandingClock;
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
class IssuerKeysTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final StandingClock clock = new StandingClock(TokenChecks.NOW);
    private final Issuer issuer = new Issuer(clock);
    private final KeysServer server = new KeysServer(Issuer.jwks(Issuer.RSA));
    private final TokenChecks checks = TokenChecks.withKeysAt(clock, server.url(), Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        checks.close();
        server.close();
    }

    @Test
    void theyAreFetchedWhenFirstNeededAndThenKept() {
        assertThat(server.requests()).isZero();
        verify(issuer.token(Issuer.RSA));
        clock.move(TokenChecks.LIFETIME.minusSeconds(1));
        verify(issuer.token(Issuer.RSA));

        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theSameKeysStayTheSameGeneration() {
        IssuerKeys.Generation first = checks.keys().generation();
        clock.move(TokenChecks.LIFETIME);

        assertThat(checks.keys().generation()).isSameAs(first);
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
    void aNewKeyIsFetchedAtOnceForATokenThatNamesNone() {
        JWSHeader header = new JWSHeader(JWSAlgorithm.RS256);
        verify(issuer.token(Issuer.RSA, header, issuer.claims()));
        server.publish(Issuer.jwks(Issuer.RSA, Issuer.OTHER_RSA));

        verify(issuer.token(Issuer.OTHER_RSA, header, issuer.claims()));
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aWithdrawnKeyServesNoLongerThanTheKeysLifetime() {
        verify(issuer.token(Issuer.RSA));
        server.publish(Issuer.jwks(Issuer.OTHER_RSA));

        clock.move(TokenChecks.LIFETIME);
        assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void aStormOfUnknownKeysIsOneFetch() throws Exception {
        verify(issuer.token(Issuer.RSA));
        server.delay(Duration.ofMillis(50));
        String unknown = issuer.token(Issuer.OTHER_RSA);

        List<Throwable> refusals = together(32, () -> verify(unknown));

        assertThat(refusals).hasSize(32).allMatch(UnauthenticatedException.class::isInstance);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void unknownKeysAreSoughtAgainAfterTheInterval() {
        verify(issuer.token(Issuer.RSA));
        assertThatThrownBy(() -> verify(issuer.token(Issuer.OTHER_RSA))).isInstanceOf(UnauthenticatedException.class);
        server.publish(Issuer.jwks(Issuer.RSA, Issuer.OTHER_RSA));

        clock.move(TokenChecks.REFETCH.minusMillis(1));
        assertThatThrownBy(() -> verify(issuer.token(Issuer.OTHER_RSA))).isInstanceOf(UnauthenticatedException.class);
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

        clock.move(TokenChecks.LIFETIME.plus(TokenChecks.OUTAGE).minusSeconds(1));
        verify(issuer.token(Issuer.RSA));
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void theyServeOnWhenTheServerIsGone() {
        verify(issuer.token(Issuer.RSA));
        server.close();

        clock.move(TokenChecks.LIFETIME);
        verify(issuer.token(Issuer.RSA));
    }

    @Test
    void inAnOutageTheServerIsAskedOnceAnInterval() {
        verify(issuer.token(Issuer.RSA));
        server.fail(500);
        clock.move(TokenChecks.LIFETIME);

        for (int i = 0; i < 10; i++) {
            verify(issuer.token(Issuer.RSA));
        }
        assertThat(server.requests()).isEqualTo(2);

        clock.move(TokenChecks.REFETCH);
        verify(issuer.token(Issuer.RSA));
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void callersWithAKnownKeyDoNotWaitForAFetchThatHangs() throws Exception {
        verify(issuer.token(Issuer.RSA));
        clock.move(TokenChecks.LIFETIME);
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
        clock.move(TokenChecks.LIFETIME);

        for (String answer : List.of("<html>", "{\"keys\":[]}", "{}", "[]", "{\"keys\":[{\"kty\":\"RSA\"}]}")) {
            server.publish(answer);
            clock.move(TokenChecks.REFETCH);
            verify(issuer.token(Issuer.RSA));
        }
        assertThat(server.requests()).isEqualTo(6);
    }

    @Test
    void aKeyThatCannotBeReadLeavesTheOthers() {
        String good = Issuer.RSA.toPublicJWK().toJSONString();
        for (String odd : List.of(
                "{\"kty\":\"EC\",\"crv\":\"P-999\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"RSA\",\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"AQAB\",\"key_ops\":[\"dance\"]}",
                "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"AQAB\",\"x5c\":[\"AQAB\"]}",
                "{\"kty\":\"new\"}",
                "{}",
                "null",
                "7")) {
            server.publish("{\"keys\":[" + odd + "," + good + "]}");
            clock.move(TokenChecks.LIFETIME.plus(TokenChecks.OUTAGE));
            verify(issuer.token(Issuer.RSA));
        }
    }

    @Test
    void withoutKeysAFailureIsRetriedEverySecond() {
        server.fail(500);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(KeysUnavailableException.class);
            assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(KeysUnavailableException.class);
            clock.move(Duration.ofSeconds(1));
        }
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void aMalformedTokenIsToBlameEvenWithoutKeys() {
        server.fail(500);
        assertThatThrownBy(() -> verify("x")).isInstanceOf(UnauthenticatedException.class);
        assertThat(server.requests()).isZero();
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.redirectTo(server.url());
        assertThatThrownBy(() -> verify(issuer.token(Issuer.RSA))).isInstanceOf(KeysUnavailableException.class);
        assertThat(server.requests()).isEqualTo(1);
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
        try (TokenChecks impatient = TokenChecks.withKeysAt(clock, server.url(), SHORT)) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> impatient.keys().fetch()).isInstanceOf(KeysUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
        }
    }

    private void verify(String token) {
        assertThat(checks.callerOf(token).user().id()).isEqualTo(Issuer.USER);
    }

    /** Runs it in this number of threads at once; returns what they threw. */
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
