package dev.fileapi.files;

/** What became of something that was due. */
enum CheckResult {
    COMMITTED,
    DISCARDED,
    PURGED,
    KEPT
}
