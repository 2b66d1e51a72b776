package dev.fileapi.client;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of one request's or answer's body. */
final class ByteCount {

    private final AtomicLong moved = new AtomicLong();
    private final ProgressListener progress;

    ByteCount(ProgressListener progress) {
        this.progress = progress;
    }

    void add(long count) {
        moved.addAndGet(count);
        progress.bytes(count);
    }

    long moved() {
        return moved.get();
    }

    /** The request failed: its bytes will move again. */
    void takeBack() {
        progress.bytes(-moved.get());
    }
}
