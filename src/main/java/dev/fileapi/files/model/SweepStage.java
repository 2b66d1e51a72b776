package dev.fileapi.files.model;

/** The next stage of the sweep for an unfinished upload. */
public enum SweepStage {
    /** Soon after the last link was issued: finds a lost event while a client may be waiting for it. */
    EARLY,
    /** When the last link has ended. */
    LINK_ENDED,
    /** At growing intervals afterwards: a transfer that began in time may end long after its link. */
    LATE,
    /** When the upload's time is over: it is removed if nothing was committed. */
    DISCARD
}
