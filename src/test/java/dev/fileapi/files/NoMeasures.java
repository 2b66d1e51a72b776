package dev.fileapi.files;

import java.time.Duration;

/** Keeps no figures. */
public final class NoMeasures implements Measures {

    @Override
    public void linkIssued(boolean renewed) {}

    @Override
    public void uploadRecorded(NoticedBy noticedBy, VersionState state, Duration delay) {}

    @Override
    public void uploadUnfinished(Duration age) {}

    @Override
    public void orphanFound() {}

    @Override
    public void swept(SweepReport report) {}
}
