package dev.fileapi.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.InventoryReport;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.SweepReport;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerFileMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MicrometerFileMetrics metrics = new MicrometerFileMetrics(meters);

    @Test
    void linksAreCountedByKind() {
        metrics.linkIssued(false);
        metrics.linkIssued(true);
        metrics.linkIssued(true);

        assertThat(meters.get("fileapi.links").tag("kind", "new").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("fileapi.links").tag("kind", "renewed").counter().count())
                .isEqualTo(2);
    }

    @Test
    void recordedUploadsAreTimedByHowTheyWereNoticed() {
        metrics.uploadRecorded(CommitTrigger.EVENT, VersionState.COMMITTED, Duration.ofMillis(150));
        metrics.uploadRecorded(CommitTrigger.SWEEP, VersionState.SUPERSEDED, Duration.ofMinutes(5));

        Timer byEvent = meters.get("fileapi.uploads.recorded")
                .tags("noticed_by", "event", "state", "committed")
                .timer();
        assertThat(byEvent.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(150);
        assertThat(meters.get("fileapi.uploads.recorded")
                        .tags("noticed_by", "sweep", "state", "superseded")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aBlobServiceWhoseClockIsAheadMakesNoNegativeDelay() {
        metrics.uploadRecorded(CommitTrigger.READ, VersionState.COMMITTED, Duration.ofSeconds(-3));

        assertThat(meters.get("fileapi.uploads.recorded").timer().totalTime(TimeUnit.MILLISECONDS))
                .isZero();
    }

    @Test
    void whatASweepDidIsCounted() {
        metrics.swept(new SweepReport(4, 3, 2, 1, Duration.ofMinutes(7), true));

        assertThat(checks("committed")).isEqualTo(4);
        assertThat(checks("discarded")).isEqualTo(3);
        assertThat(checks("purged")).isEqualTo(2);
        assertThat(checks("failed")).isEqualTo(1);
        assertThat(meters.get("fileapi.sweeps.overdue").timer().max(TimeUnit.MINUTES))
                .isEqualTo(7);
    }

    @Test
    void whatTheInventoryFindsIsCountedByKind() {
        metrics.inventoried(new InventoryReport(1_000, Map.of("orphan", 2L), 3, 0, false));
        metrics.inventoried(new InventoryReport(500, Map.of("orphan", 1L), 0, 0, true));

        assertThat(meters.get("fileapi.inventory.blobs").counter().count()).isEqualTo(1_500);
        assertThat(meters.get("fileapi.inventory.tidied").counter().count()).isEqualTo(3);
        assertThat(meters.get("fileapi.inventory.findings")
                        .tag("kind", "orphan")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void callsOfAPortAreTimedByHowTheyEnded() {
        MetadataStore store = TimedCalls.of(MetadataStore.class, failing(), "calls", meters);

        assertThatThrownBy(store::ping).isInstanceOf(MetadataStoreBusyException.class);

        assertThat(meters.get("calls")
                        .tags("call", "ping", "outcome", "throttled")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aFailureOfAPortComesThroughAsItIs() {
        BlobStoreException failure = new BlobStoreException("down", null);
        BlobStore failing = proxy(BlobStore.class, failure);
        BlobStore blobs = TimedCalls.of(BlobStore.class, failing, "calls", meters);

        assertThatThrownBy(blobs::ping).isSameAs(failure);

        assertThat(meters.get("calls").tags("outcome", "failed").timer().count())
                .isEqualTo(1);
    }

    private double checks(String result) {
        return meters.get("fileapi.sweeps.checks")
                .tag("result", result)
                .counter()
                .count();
    }

    private static MetadataStore failing() {
        return proxy(MetadataStore.class, new MetadataStoreBusyException("busy", null, Duration.ofSeconds(1)));
    }

    /** A fault that no store can be made to have at will. */
    private static <T> T proxy(Class<T> type, RuntimeException failure) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (port, method, arguments) -> {
                    throw failure;
                }));
    }
}
