package dev.fileapi.files.modelbased;

import java.time.Duration;

/** How long things live, as the contract and the design have it. */
final class Times {

    static final Duration LINK = Duration.ofMinutes(30);
    static final Duration SKEW = Duration.ofMinutes(15);
    static final Duration EARLY = Duration.ofMinutes(5);
    static final Duration UNFINISHED = Duration.ofDays(7);
    static final Duration RETENTION = Duration.ofDays(30);
    static final Duration KEY = Duration.ofHours(24);

    private Times() {}
}
