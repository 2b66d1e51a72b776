package dev.fileapi.files;

/**
 * What one sweep did.
 *
 * @param failed checks that ended in an error; they stay due
 * @param finished whether all that was due was looked at before the deadline
 */
public record SweepReport(int committed, int discarded, int purged, int failed, boolean finished) {}
