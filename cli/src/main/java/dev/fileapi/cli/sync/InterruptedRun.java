package dev.fileapi.cli.sync;

import dev.fileapi.client.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has Ctrl-C end a run in order: what is in flight is cancelled, and temporary files that cannot be resumed are removed, before the process ends. */
final class InterruptedRun implements AutoCloseable {

    private static final int SECONDS_TO_END = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    InterruptedRun(Cancellation cancellation) {
        hook = new Thread(() -> {
            cancellation.cancel();
            try {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }
}
