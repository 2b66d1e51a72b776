package dev.fileapi.files;

import java.time.Duration;

/** How long one call with many files may wait until their uploads are checked: as long as some of its files by themselves. */
final class CallTime {

    /** How many files one thread may wait for in vain. */
    private static final int DEADLINES = 6;

    private final Duration ofOne;
    private final long end;

    /** @param ofOne how long one file may take */
    CallTime(Duration ofOne) {
        this.ofOne = ofOne;
        this.end = System.nanoTime() + ofOne.multipliedBy(DEADLINES).toNanos();
    }

    /** Returns how long the next file may take; zero once the time has gone by. */
    Duration ofNext() {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(ofOne) < 0 ? left : ofOne;
    }
}
