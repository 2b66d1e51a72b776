package dev.fileapi.blobs.azure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Takes the bytes of one answer, and hands them on without a copy. */
final class RangeBytes extends ByteArrayOutputStream {

    /** With room for as many as come. */
    RangeBytes() {}

    /** With room for those of a range. */
    RangeBytes(ByteRange range) {
        super(range.count());
    }

    synchronized ByteBuffer buffer() {
        return ByteBuffer.wrap(buf, 0, count);
    }
}
