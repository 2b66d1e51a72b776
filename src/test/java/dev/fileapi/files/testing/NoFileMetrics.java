package dev.fileapi.files.testing;

import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.InventoryReport;
import dev.fileapi.files.store.SweepReport;
import java.time.Duration;

/** Keeps no figures. */
public class NoFileMetrics implements FileMetrics {

    @Override
    public void linkIssued(boolean renewed) {}

    @Override
    public void uploadRecorded(CommitTrigger trigger, VersionState state, Duration delay) {}

    @Override
    public void uploadRejected(RejectionReason reason) {}

    @Override
    public void versionRead(Verification verification, Duration delay) {}

    @Override
    public void uploadUnfinished(Duration age) {}

    @Override
    public void orphanFound() {}

    @Override
    public void inventoried(InventoryReport report) {}

    @Override
    public void swept(SweepReport report) {}
}
