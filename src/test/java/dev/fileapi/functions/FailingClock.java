package dev.fileapi.functions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The system's clock, which can be made to fail: a fault that no part of the service expects. */
final class FailingClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private volatile boolean failing;

    <T> T whileFailing(Supplier<T> call) {
        failing = true;
        try {
            return call.get();
        } finally {
            failing = false;
        }
    }

    @Override
    public Instant instant() {
        if (failing) {
            throw new IllegalStateException("The clock has stopped");
        }
        return system.instant();
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
