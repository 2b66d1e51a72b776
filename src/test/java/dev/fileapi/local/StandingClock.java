package dev.fileapi.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved, so that a test can tell every time exactly. */
public final class StandingClock extends Clock {

    private volatile Instant now;

    public StandingClock(Instant beginning) {
        this.now = beginning;
    }

    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("File API keeps all time in UTC");
    }
}
