package dev.fileapi.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallQuotasTest {

    private final StandingClock clock = new StandingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final CallQuotas quotas = new CallQuotas(new CallLimitSettings(3), clock);
    private final WorkspaceAccess ada = caller();

    @Test
    void aQuotaIsUsedUpAndComesBackEvenly() {
        assertThat(quotas.count(ada)).isEqualTo(new CallQuota(true, 3, 2, Duration.ofSeconds(20)));
        assertThat(quotas.count(ada)).isEqualTo(new CallQuota(true, 3, 1, Duration.ofSeconds(40)));
        assertThat(quotas.count(ada)).isEqualTo(new CallQuota(true, 3, 0, Duration.ofSeconds(60)));
        assertThat(quotas.count(ada)).isEqualTo(new CallQuota(false, 3, 0, Duration.ofSeconds(20)));

        clock.move(Duration.ofSeconds(15));
        assertThat(quotas.count(ada)).isEqualTo(new CallQuota(false, 3, 0, Duration.ofSeconds(5)));
        clock.move(Duration.ofSeconds(30));
        assertThat(quotas.count(ada).allowed()).isTrue();
        assertThat(quotas.count(ada).allowed()).isTrue();
        assertThat(quotas.count(ada).allowed()).isFalse();
    }

    @Test
    void itIsNeverMoreThanTheCallsOfAMinute() {
        quotas.count(ada);
        clock.move(Duration.ofHours(1));

        assertThat(quotas.count(ada).remaining()).isEqualTo(2);
    }

    @Test
    void eachCallerAndEachWorkspaceHasItsOwn() {
        WorkspaceAccess elsewhere = new WorkspaceAccess(ada.user(), caller().workspace(), Role.VIEWER);
        WorkspaceAccess bob = new WorkspaceAccess(caller().user(), ada.workspace(), Role.VIEWER);
        quotas.count(ada);

        assertThat(quotas.count(elsewhere).remaining()).isEqualTo(2);
        assertThat(quotas.count(bob).remaining()).isEqualTo(2);
        assertThat(quotas.count(ada).remaining()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackGivesNothing() {
        quotas.count(ada);
        clock.move(Duration.ofSeconds(-30));

        assertThat(quotas.count(ada).remaining()).isEqualTo(1);
        clock.move(Duration.ofSeconds(30));
        assertThat(quotas.count(ada).remaining()).isEqualTo(0);
    }

    @Test
    void aBoundedNumberOfCallersIsRemembered() {
        for (int i = 0; i < 12_000; i++) {
            quotas.count(caller());
        }

        assertThat(quotas.size()).isEqualTo(10_000);
        clock.move(Duration.ofMinutes(1));
        assertThat(quotas.size()).isEqualTo(0);
    }

    private static WorkspaceAccess caller() {
        return new WorkspaceAccess(
                new User(UUID.randomUUID(), null, null),
                new Workspace(UUID.randomUUID(), UUID.randomUUID()),
                Role.VIEWER);
    }
}
