package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.local.functions.RawHttp;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceInHostTest {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory());

    @Test
    void itsFunctionsAreFoundAndAnswer() throws IOException {
        RawAnswer health = new RawHttp(HOST.host().address()).get("/file/health_check");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("pass");
    }

    @Test
    void itTakesTheHostsTokens() throws IOException {
        RawAnswer link = new RawHttp(HOST.host().address())
                .send(
                        "PUT",
                        HOST.host().workspace().getPath() + "/files/path/a%2541.txt",
                        new byte[0],
                        "Authorization: Bearer " + HOST.host().token(Role.EDITOR));

        assertThat(link.status()).isEqualTo(200);
        assertThat(link.body()).contains(HOST.host().azurite().endpoint().toString());
    }

    @Test
    void itsTimerRunsOnDemand() throws IOException {
        HOST.host().run("Sweep");
    }

    @Test
    void itsMetricsAreOnAPage() throws IOException {
        HOST.host().run("Sweep");

        RawAnswer metrics = new RawHttp(HOST.host().address()).get("/metrics");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.lines())
                .anyMatch(line -> line.startsWith("fileapi_sweeps_overdue_seconds_count{finished=\"true\"} "))
                .anyMatch(line -> line.startsWith(
                        "fileapi_store_calls_seconds_count{call=\"findDueVersions\",outcome=\"done\"} "));
    }
}
