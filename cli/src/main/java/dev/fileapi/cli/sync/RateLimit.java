package dev.fileapi.cli.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Limits how many bytes all streams together let through in a second. For use by many threads. */
final class RateLimit {

    private static final int MAX_CHUNK = 16 * 1024;

    private final long bytesPerSecond;
    private long freeAt = System.nanoTime();

    /**
     * Makes a limit.
     *
     * @param bytesPerSecond 0 for none
     */
    RateLimit(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    InputStream limit(InputStream in) {
        return bytesPerSecond == 0 ? in : new Limited(in);
    }

    /**
     * Waits until bytes may move.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    void take(long bytes) throws InterruptedException {
        if (bytesPerSecond == 0 || bytes <= 0) {
            return;
        }
        TimeUnit.NANOSECONDS.sleep(reserve(bytes));
    }

    private synchronized long reserve(long bytes) {
        long now = System.nanoTime();
        freeAt = Math.max(now, freeAt) + TimeUnit.SECONDS.toNanos(1) * bytes / bytesPerSecond;
        return freeAt - now;
    }

    private final class Limited extends FilterInputStream {

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            await(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, Math.min(length, MAX_CHUNK));
            await(read);
            return read;
        }

        private void await(int bytes) throws IOException {
            try {
                take(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                InterruptedIOException interrupted = new InterruptedIOException("interrupted");
                interrupted.initCause(e);
                throw interrupted;
            }
        }
    }
}
