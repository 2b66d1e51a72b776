package dev.fileapi.files;

import java.time.Duration;

/**
 * What one sweep did.
 *
 * @param failed checks that ended in an error; they stay due
 * @param overdue by how much the one was late that had been due for longest; zero when nothing was due
 * @param finished whether all that was due was looked at before the deadline
 */
public record SweepReport(int committed, int discarded, int purged, int failed, Duration overdue, boolean finished) {}
