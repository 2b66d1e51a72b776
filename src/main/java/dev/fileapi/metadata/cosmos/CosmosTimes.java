package dev.fileapi.metadata.cosmos;

import dev.fileapi.metadata.StoredTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times as microseconds since the epoch: a number, which Cosmos DB keeps as a double, and so exactly until the year 2255 ("Data types
 * in Azure Cosmos DB for NoSQL").
 */
final class CosmosTimes {

    private CosmosTimes() {}

    static long stored(Instant time) {
        return StoredTimes.microseconds(time);
    }

    static @Nullable Long storedOrNull(@Nullable Instant time) {
        return time == null ? null : (Long) stored(time);
    }

    static Instant read(long stored) {
        return Instant.EPOCH.plus(stored, ChronoUnit.MICROS);
    }

    static @Nullable Instant readOrNull(@Nullable Long stored) {
        return stored == null ? null : read(stored);
    }

    /** Whether nothing is lost by storing it. */
    static boolean isExact(Instant time) {
        return read(stored(time)).equals(StoredTimes.withinRange(time));
    }
}
