package dev.fileapi.files.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Identifies and orders the versions of one file: nanoseconds since the epoch when its upload was issued. */
public record VersionId(long value) implements Comparable<VersionId> {

    /**
     * The id of an upload issued now: greater than {@code latest}, so that a new upload wins over everything its caller
     * could have seen, whatever the clock of this machine says.
     */
    public static VersionId issuedAt(Instant now, @Nullable VersionId latest) {
        long nanoseconds = Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        return new VersionId(latest == null ? nanoseconds : Math.max(nanoseconds, latest.value + 1));
    }

    /** Returns when the upload was issued, or a little later if others came in the same nanosecond. */
    public Instant issuedAt() {
        return Instant.ofEpochSecond(0, value);
    }

    public VersionId next() {
        return new VersionId(value + 1);
    }

    public boolean isNewerThan(@Nullable VersionId other) {
        return other == null || value > other.value;
    }

    @Override
    public int compareTo(VersionId other) {
        return Long.compare(value, other.value);
    }

    /** Decimal digits, as the wire and blob names have it. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
