package dev.fileapi.blobs.azure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Takes the bytes of one range, and hands them on without a copy. */
final class RangeBytes extends ByteArrayOutputStream {

    RangeBytes(ByteRange range) {
        super(range.count());
    }

    synchronized ByteBuffer buffer() {
        return ByteBuffer.wrap(buf, 0, count);
    }
}
