package dev.fileapi.metadata.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as both databases keep them: to the microsecond. Otherwise the databases would round, and differently. */
final class JdbcTimes {

    private JdbcTimes() {}

    static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant storedOrNull(@Nullable Instant time) {
        return time == null ? null : stored(time);
    }

    /** Returns the time as an argument of a statement. */
    static OffsetDateTime argument(Instant time) {
        return stored(time).atOffset(ZoneOffset.UTC);
    }
}
