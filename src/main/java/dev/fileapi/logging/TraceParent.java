package dev.fileapi.logging;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in a trace, as the header {@code traceparent} has it (W3C Trace Context, section 3.2).
 *
 * @param traceId 32 hexadecimal digits, by which the whole trace is found
 * @param parentId 16 hexadecimal digits, which identify the call
 * @param flags 2 hexadecimal digits
 */
public record TraceParent(String traceId, String parentId, String flags) {

    /** Later versions than 00 may append fields; version ff is not valid. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** Reads a header; empty when there is none or it is not valid. */
    public static Optional<TraceParent> parse(@Nullable String header) {
        Matcher parts = FORM.matcher(header == null ? "" : header.strip());
        return parts.matches()
                ? Optional.of(new TraceParent(
                        String.valueOf(parts.group(1)), String.valueOf(parts.group(2)), String.valueOf(parts.group(3))))
                : Optional.empty();
    }

    /** Returns a new position in the same trace. */
    public TraceParent next() {
        long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return new TraceParent(traceId, "%016x".formatted(id), flags);
    }

    /** Returns the header's text, of version 00. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }
}
