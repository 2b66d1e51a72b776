package dev.fileapi.files.model;

/** The states of a file. */
public enum FileState {
    /** Occupies its path; visible once it has a committed version. */
    LIVE,
    /** Out of sight, restorable until its retention ends. */
    DELETED,
    /** Being removed with its blobs; nothing brings it back. */
    PURGING
}
