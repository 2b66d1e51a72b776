package dev.fileapi.files.modelbased;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** How long things live, as the contract and the design have it. */
final class Times {

    static final Duration LINK = Duration.ofMinutes(30);
    static final Duration SKEW = Duration.ofMinutes(15);
    static final Duration EARLY = Duration.ofMinutes(5);
    static final Duration UNFINISHED = Duration.ofDays(7);
    static final Duration RETENTION = Duration.ofDays(30);
    static final Duration KEY = Duration.ofHours(24);

    /** How long after a link's end a list still looks for what was sent through it. */
    static final Duration LATE = Duration.ofDays(1);

    private Times() {}

    /** When the sweep looks next at an upload whose link ended: after an hour, four hours, a day, and every day from then on. */
    static Instant lateCheck(Instant linkEnd, Instant now) {
        return Stream.concat(
                        Stream.of(Duration.ofHours(1), Duration.ofHours(4)),
                        Stream.iterate(Duration.ofDays(1), day -> day.plusDays(1)))
                .map(linkEnd::plus)
                .filter(check -> check.isAfter(now))
                .findFirst()
                .orElseThrow();
    }
}
