package dev.fileapi.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/** Closes what has been started so far, in reverse order, also when some of it fails to close. */
public final class Closer implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Has this closed when {@link #close} is called, before what was added earlier. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // made only now: commands that start nothing, as token, need no logging
                LoggerFactory.getLogger(Closer.class)
                        .warn("not closed: part={}", part.getClass().getSimpleName(), e);
            }
        }
    }
}
