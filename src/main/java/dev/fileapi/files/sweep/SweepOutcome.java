package dev.fileapi.files.sweep;

/** What became of something that was due. */
enum SweepOutcome {
    COMMITTED,
    DISCARDED,
    PURGED,
    KEPT
}
