package dev.fileapi.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends calls from another thread: they throw {@link CancellationException}. Interrupting the thread that made a call has the same effect.
 *
 * <p>Safe for use by many threads and for many calls, also those that begin after it was cancelled.
 */
public final class Cancellation {

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Set<Registration> registrations = ConcurrentHashMap.newKeySet();

    /** Makes one that is not cancelled. */
    public Cancellation() {}

    /** Ends the calls that have it, now and from now on. May be repeated. */
    public void cancel() {
        cancelled.countDown();
        registrations.forEach(registration -> registration.action.run());
    }

    /** Tells whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    void check() {
        if (isCancelled()) {
            throw new CancellationException("the call was cancelled");
        }
    }

    /** Waits; an interrupt is a cancellation, and stays set. */
    void sleep(Duration time) {
        try {
            if (cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Returns what to throw after an {@link InterruptedException}. */
    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("the thread that made the call was interrupted");
    }

    /** Has something done when it is cancelled, at once if it is. May be done more than once. */
    Registration onCancel(Runnable action) {
        Registration registration = new Registration(action, registrations);
        registrations.add(registration);
        if (isCancelled()) {
            action.run();
        }
        return registration;
    }

    static final class Registration implements AutoCloseable {

        private final Runnable action;
        private final Set<Registration> all;

        private Registration(Runnable action, Set<Registration> all) {
            this.action = action;
            this.all = all;
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }
}
