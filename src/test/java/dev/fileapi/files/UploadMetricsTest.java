package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.InventoryReport;
import dev.fileapi.files.store.SweepReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators get to see of uploads. */
class UploadMetricsTest extends UseCaseTestBase {

    private final Told told = new Told();

    @BeforeEach
    void listen() {
        files = UseCases.over(store, blobs, told, clock);
    }

    @Test
    void aFirstLinkAndARenewedOne() {
        UploadLink upload = issue();
        files.relink().relink(workspace, report, upload.versionId(), Declaration.NONE);

        assertThat(told.events).containsExactly("link new", "link renewed");
    }

    @Test
    void howACommitWasNoticedAndHowLongThatTook() {
        UploadLink byEvent = uploaded("1");
        files.commit().commit(blobName(byEvent));
        uploaded("2");
        read();
        uploaded("3");
        sweepAfter(Duration.ofMinutes(6));

        assertThat(told.events)
                .filteredOn(event -> event.startsWith("recorded"))
                .containsExactly("recorded EVENT COMMITTED", "recorded READ COMMITTED", "recorded SWEEP COMMITTED");
        assertThat(told.delays.get(2)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    }

    @Test
    void aRepeatedEventNoSecondTime() {
        UploadLink upload = uploaded("1");
        files.commit().commit(blobName(upload));
        files.commit().commit(blobName(upload));

        assertThat(told.events).containsExactly("link new", "recorded EVENT COMMITTED");
    }

    @Test
    void anUploadThatTheSweepFindsUnfinished() {
        issue();
        sweepAfter(Duration.ofMinutes(6));

        assertThat(told.events).contains("unfinished for 6 minutes");
    }

    @Test
    void bytesThatBelongToNoFile() {
        UploadLink upload = uploaded("1");
        store.removeVersion(record(upload));

        files.commit().commit(blobName(upload));

        assertThat(told.events).contains("orphan");
    }

    @Test
    void howLateTheSweepIs() {
        issue();

        sweepAfter(Duration.ofMinutes(25));

        assertThat(told.sweeps.get(0).overdue()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
    }

    /** Notes what it is told. */
    private static final class Told implements FileMetrics {

        private final List<String> events = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();
        private final List<SweepReport> sweeps = new ArrayList<>();

        @Override
        public synchronized void linkIssued(boolean renewed) {
            events.add(renewed ? "link renewed" : "link new");
        }

        @Override
        public synchronized void uploadRecorded(CommitTrigger trigger, VersionState state, Duration delay) {
            events.add("recorded " + trigger + " " + state);
            delays.add(delay);
        }

        @Override
        public synchronized void uploadRejected(RejectionReason reason) {
            events.add("rejected " + reason);
        }

        @Override
        public synchronized void versionRead(Verification verification, Duration delay) {
            events.add("read " + verification);
        }

        @Override
        public synchronized void uploadUnfinished(Duration age) {
            events.add("unfinished for " + age.toMinutes() + " minutes");
        }

        @Override
        public synchronized void orphanFound() {
            events.add("orphan");
        }

        @Override
        public void inventoried(InventoryReport report) {}

        @Override
        public synchronized void swept(SweepReport report) {
            sweeps.add(report);
        }
    }
}
