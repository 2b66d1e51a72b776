package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.testing.Issuer;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the operator limits calls, a caller's share of them is told and kept. */
class CallLimitTest {

    private static final int LIMIT = 6;
    private static final Duration UNTIL_THE_NEXT = Duration.ofSeconds(10);

    private static final StandingClock clock = new StandingClock(Instant.parse("2026-03-01T12:00:00Z"));

    @RegisterExtension
    static final WebApi api = new WebApi()
            .with("fileapi.http.calls-per-minute", LIMIT)
            .with(clock)
            .with("fileapi.access.jwks", Issuer.jwks(Issuer.RSA))
            .with("fileapi.access.issuer", Issuer.NAME)
            .with("fileapi.access.audience", Issuer.AUDIENCE);

    @RegisterExtension
    static final WebApi unlimited = new WebApi();

    @BeforeEach
    void aMinuteLater() {
        clock.move(Duration.ofMinutes(1));
    }

    @Test
    void everyAnswerTellsWhatIsLeft() {
        Answer first = call("GET", "/files");
        Answer second = call("GET", "/files/path/none.txt");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"calls\";q=6;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"calls\";r=5;t=10");
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.header("RateLimit")).isEqualTo("\"calls\";r=4;t=20");
    }

    @Test
    void moreCallsAreRefusedUntilTheNextIsDue() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(call("GET", "/files").status()).isEqualTo(200);
        }

        Answer refusal = call("PUT", "/files/path/a.txt");
        assertThat(refusal.problem()).isEqualTo("429 /bad-request");
        assertThat(refusal.header("Retry-After")).isEqualTo("10");
        assertThat(refusal.header("RateLimit-Policy")).isEqualTo("\"calls\";q=6;w=60");
        assertThat(refusal.header("RateLimit")).isEqualTo("\"calls\";r=0;t=10");
        assertThat(refusal.header("Cache-Control")).isEqualTo("no-store");

        clock.move(UNTIL_THE_NEXT.minusMillis(1));
        assertThat(call("GET", "/files").status()).isEqualTo(429);
        clock.move(Duration.ofMillis(1));
        assertThat(call("GET", "/files").status()).isEqualTo(200);
        assertThat(call("GET", "/files").status()).isEqualTo(429);
    }

    @Test
    void callsWithoutAccessToTheWorkspaceAreNotCounted() {
        for (int i = 0; i < LIMIT + 1; i++) {
            assertThat(api.send("GET", api.address("/files"), Map.of(), Optional.empty())
                            .status())
                    .isEqualTo(401);
            Answer health = api.send("GET", "/file/health_check", Map.of(), Optional.empty());
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.header("RateLimit")).isEmpty();
        }
        assertThat(call("GET", "/files").header("RateLimit")).isEqualTo("\"calls\";r=5;t=10");
    }

    @Test
    void withoutASettingNothingIsLimited() {
        for (int i = 0; i < 2 * LIMIT; i++) {
            Answer answer = unlimited.call("GET", "/files");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isEmpty();
            assertThat(answer.header("RateLimit-Policy")).isEmpty();
        }
    }

    private static Answer call(String method, String rest) {
        Workspace workspace = api.workspace();
        Issuer issuer = new Issuer(clock);
        String token = issuer.token(
                Issuer.RSA,
                issuer.claims()
                        .claim("organisations", workspace.organisationId().toString())
                        .claim("workspace_roles", Map.of(workspace.workspaceId().toString(), "editor")));
        return api.send(method, api.address(rest), Map.of("authorization", "Bearer " + token), Optional.empty());
    }
}
