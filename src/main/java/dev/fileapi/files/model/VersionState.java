package dev.fileapi.files.model;

/** The states of a version; only {@link #PENDING} is ever left, and {@link #COMMITTED} for {@link #REJECTED}. */
public enum VersionState {
    /** A link was issued; the blob is not known to be committed. */
    PENDING,
    /** The blob is sealed and recorded. Final, unless its bytes are read later and are not those that were told. */
    COMMITTED,
    /** The blob was committed, but what its upload was conditional on was no longer true: never the latest. */
    SUPERSEDED,
    /** Given up before anything was committed; removed once no link to its blob lives. */
    CANCELLED,
    /** The bytes cannot be a version, and are removed. Final; its record stays a while to say why. */
    REJECTED
}
