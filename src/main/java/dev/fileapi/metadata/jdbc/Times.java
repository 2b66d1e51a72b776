package dev.fileapi.metadata.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as both databases keep them: to the microsecond. Left to themselves they would round, and not alike. */
final class Times {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /** What lies beyond the years that both databases know is as good as their ends, to compare with. */
    static Instant withinRange(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }

    static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant storedOrNull(@Nullable Instant time) {
        return time == null ? null : stored(time);
    }

    static OffsetDateTime argument(Instant time) {
        return stored(time).atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime argumentOrNull(@Nullable Instant time) {
        return time == null ? null : argument(time);
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
