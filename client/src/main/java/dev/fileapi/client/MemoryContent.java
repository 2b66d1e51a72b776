package dev.fileapi.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes in memory. */
@SuppressWarnings("ArrayRecordComponent") // two of them are never compared
record MemoryContent(byte[] bytes) implements Content {

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open(long position) {
        return new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position);
    }
}
