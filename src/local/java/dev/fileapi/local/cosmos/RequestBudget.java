package dev.fileapi.local.cosmos;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Provisioned throughput: request units flow in steadily and a second's worth can be saved. A call is let in while there are any, and
 * its charge taken afterwards ("Request Units", "Diagnose request rate too large exceptions").
 */
final class RequestBudget {

    private static final double NANOSECONDS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private double left;
    private long at;

    RequestBudget(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.left = perSecond;
        this.at = nanoTime.getAsLong();
    }

    /** How long to wait before trying again; empty when the call may go ahead. */
    synchronized Optional<Duration> refusal() {
        refill();
        return left > 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(1 + (long) Math.ceil(-left / perSecond * 1000)));
    }

    synchronized void charge(double units) {
        refill();
        left -= units;
    }

    private void refill() {
        long now = nanoTime.getAsLong();
        left = Math.min(perSecond, left + (now - at) / NANOSECONDS * perSecond);
        at = now;
    }
}
