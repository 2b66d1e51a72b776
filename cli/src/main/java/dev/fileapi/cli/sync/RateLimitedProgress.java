package dev.fileapi.cli.sync;

import dev.fileapi.client.ProgressListener;

/**
 * Holds up the threads that receive bytes, so that the blob service is asked for no more than the limit.
 *
 * @param progress learns how far it is
 * @param rate the limit
 */
record RateLimitedProgress(ProgressListener progress, RateLimit rate) implements ProgressListener {

    @Override
    public void bytes(long count) {
        progress.bytes(count);
        try {
            rate.take(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void bytesKept(long count) {
        progress.bytesKept(count);
    }

    @Override
    public void file(String path) {
        progress.file(path);
    }
}
