package dev.fileapi.metadata;

import java.time.Instant;

/** The range of times that every store keeps, and compares with. */
public final class StoredTimes {

    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StoredTimes() {}

    /** Returns the time, or the end of the range that it lies beyond: to compare with, both are the same. */
    public static Instant withinRange(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }
}
