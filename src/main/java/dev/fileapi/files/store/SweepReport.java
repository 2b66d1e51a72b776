package dev.fileapi.files.store;

import java.time.Duration;

/**
 * What one sweep did.
 *
 * @param failed checks that ended in an error; they stay due
 * @param overdue by how much the one was late that had been due for longest; zero when nothing was due
 * @param finished whether all that was due was looked at before the deadline
 */
public record SweepReport(int committed, int discarded, int purged, int failed, Duration overdue, boolean finished) {

    /** As it is logged, for the alerts to read ({@code infra/modules/alerts.bicep}). */
    @Override
    public String toString() {
        return "committed=" + committed + " discarded=" + discarded + " purged=" + purged + " failed=" + failed
                + " overdue_seconds=" + overdue.toSeconds() + " finished=" + finished;
    }
}
