package dev.fileapi.metrics;

import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.InventoryReport;
import dev.fileapi.files.store.SweepReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Keeps figures of uploads and files; {@code docs/metrics.md} says what each of them means. */
@Singleton
final class MicrometerFileMetrics implements FileMetrics {

    private final MeterRegistry meters;

    MicrometerFileMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void linkIssued(boolean renewed) {
        meters.counter("fileapi.links", "kind", renewed ? "renewed" : "new").increment();
    }

    @Override
    public void uploadRecorded(CommitTrigger trigger, VersionState state, Duration delay) {
        Timer.builder("fileapi.uploads.recorded")
                .tag("noticed_by", word(trigger))
                .tag("state", word(state))
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(10))
                .register(meters)
                .record(delay.isNegative() ? Duration.ZERO : delay);
    }

    @Override
    public void uploadRejected(RejectionReason reason) {
        meters.counter("fileapi.uploads.rejected", "reason", word(reason)).increment();
    }

    @Override
    public void versionRead(Verification verification, Duration delay) {
        Timer.builder("fileapi.versions.read")
                .tag("verification", word(verification))
                .serviceLevelObjectives(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))
                .register(meters)
                .record(delay);
    }

    @Override
    public void uploadUnfinished(Duration age) {
        Timer.builder("fileapi.uploads.unfinished")
                .serviceLevelObjectives(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(8))
                .register(meters)
                .record(age);
    }

    @Override
    public void orphanFound() {
        meters.counter("fileapi.orphans").increment();
    }

    @Override
    public void inventoried(InventoryReport report) {
        meters.counter("fileapi.inventory.blobs").increment(report.blobs());
        meters.counter("fileapi.inventory.tidied").increment(report.tidied());
        report.findings()
                .forEach((kind, number) -> meters.counter("fileapi.inventory.findings", "kind", kind)
                        .increment(number));
    }

    @Override
    public void swept(SweepReport report) {
        count("discarded", report.discarded());
        count("purged", report.purged());
        count("committed", report.committed());
        count("failed", report.failed());
        Timer.builder("fileapi.sweeps.overdue")
                .tag("finished", Boolean.toString(report.finished()))
                .register(meters)
                .record(report.overdue());
    }

    private void count(String result, int number) {
        meters.counter("fileapi.sweeps.checks", "result", result).increment(number);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
