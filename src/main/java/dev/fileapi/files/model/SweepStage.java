package dev.fileapi.files.model;

/**
 * Which look of the sweep at an unfinished upload comes next. Bytes can be committed only while a link lives, so these three
 * are enough.
 */
public enum SweepStage {
    /** Soon after the last link was issued: finds a lost event while a client may be waiting for it. */
    EARLY,
    /** When the last link has run out: from then on nothing can change without a new link. */
    LINK_ENDED,
    /** When the upload's time is over: it is removed if nothing was committed. */
    DISCARD
}
