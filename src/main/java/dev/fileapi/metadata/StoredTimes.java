package dev.fileapi.metadata;

import java.time.Instant;

/** The range of times that every store keeps, and compares with. */
public final class StoredTimes {

    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StoredTimes() {}

    /** Returns the microseconds since 1970, without the nanoseconds of the next. */
    public static long microseconds(Instant time) {
        Instant kept = withinRange(time);
        // Not ChronoUnit.between, which counts nanoseconds on the way and overflows beyond three centuries.
        return kept.getEpochSecond() * 1_000_000 + kept.getNano() / 1_000;
    }

    /** Returns the time, or the nearer end of the range when it is outside: comparisons with stored times give the same result. */
    public static Instant withinRange(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }
}
