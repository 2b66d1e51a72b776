package dev.fileapi.blobs.azure;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Bytes that one call asks for. */
record ByteRange(long offset, int count) {

    /** Of this much there is room for each call that reads at the same time. */
    private static final int MAX_COUNT = 4 << 20;

    /** Returns the ranges of a part of a blob, in order. */
    static Stream<ByteRange> of(long offset, long count) {
        long end = offset + count;
        return LongStream.iterate(offset, next -> next < end, next -> next + MAX_COUNT)
                .mapToObj(next -> new ByteRange(next, Math.toIntExact(Math.min(MAX_COUNT, end - next))));
    }
}
