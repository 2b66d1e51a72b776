package dev.fileapi.concurrent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets each tenant do some pieces of work at a time, on the threads of its callers: what they share, as connections, is never all one
 * tenant's. A caller beyond that waits for its turn, first come, first served, and is refused when too many wait or it has waited too long.
 */
public final class FairShare {

    private final int share;
    private final int maxWaiting;
    private final Duration maxWait;

    /** Of tenants with callers, guarded by itself. */
    private final Map<Object, Tenant> tenants = new HashMap<>();

    /**
     * @param share maximum number of pieces of work of one tenant at a time, at least 1
     * @param maxWaiting maximum number of its callers that wait
     * @param maxWait how long each waits
     */
    public FairShare(int share, int maxWaiting, Duration maxWait) {
        this.share = share;
        this.maxWaiting = maxWaiting;
        this.maxWait = maxWait;
    }

    /**
     * Returns what the work gives.
     *
     * @throws RejectedExecutionException when it was not the caller's turn in time; then the work has not begun
     */
    public <T> T use(Object key, Supplier<T> work) {
        Tenant tenant = enter(key);
        try {
            awaitTurn(tenant);
            try {
                return work.get();
            } finally {
                tenant.turns.release();
            }
        } finally {
            leave(key, tenant);
        }
    }

    private void awaitTurn(Tenant tenant) {
        try {
            if (!tenant.turns.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RejectedExecutionException("No turn for a caller of the tenant within " + maxWait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("Interrupted while waiting for a turn", e);
        }
    }

    private Tenant enter(Object key) {
        synchronized (tenants) {
            Tenant tenant = tenants.computeIfAbsent(key, any -> new Tenant(share));
            if (tenant.callers >= share + maxWaiting) {
                throw new RejectedExecutionException("Too many callers of the tenant are waiting: " + maxWaiting);
            }
            tenant.callers++;
            return tenant;
        }
    }

    private void leave(Object key, Tenant tenant) {
        synchronized (tenants) {
            tenant.callers--;
            if (tenant.callers == 0) {
                tenants.remove(key);
            }
        }
    }

    private static final class Tenant {

        private final Semaphore turns;
        private int callers;

        private Tenant(int share) {
            this.turns = new Semaphore(share, true);
        }
    }
}
