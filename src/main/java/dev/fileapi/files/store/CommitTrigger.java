package dev.fileapi.files.store;

/** How it came to be known that the bytes of an upload are in. */
public enum CommitTrigger {
    EVENT,
    READ,
    SWEEP
}
