package dev.fileapi.files;

/** How it came to be known that the bytes of an upload are in. */
public enum NoticedBy {
    EVENT,
    READ,
    SWEEP
}
