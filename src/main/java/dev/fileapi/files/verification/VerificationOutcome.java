package dev.fileapi.files.verification;

/** What one turn of reading a version came to. */
public enum VerificationOutcome {
    /** All bytes were read; they are those that were told, if any were. */
    READ,
    /** All bytes were read, and they are not those that were told: the version is rejected. */
    REJECTED,
    /** There was no time for all bytes; the state of the computation is saved. */
    CONTINUED,
    /** Another call is reading, or has read, or the version is gone. */
    LEFT
}
