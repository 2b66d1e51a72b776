package dev.fileapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Bytes to upload. They are read more than once, from several threads, and must stay the same meanwhile. */
public interface Content {

    /**
     * Returns how many bytes there are.
     *
     * @throws IOException when that cannot be told
     */
    long size() throws IOException;

    /**
     * Returns the bytes from a position to the end; the caller closes it.
     *
     * @param position from 0 to the size
     * @throws IOException when they cannot be read
     */
    InputStream open(long position) throws IOException;

    /**
     * Returns a value that becomes another one when the bytes change, as far as that can be told without reading them.
     *
     * @throws IOException when that cannot be told
     */
    default Object stamp() throws IOException {
        return size();
    }

    /**
     * Returns when the bytes were last changed; empty when that is not known.
     *
     * @throws IOException when that cannot be told
     */
    default Optional<Instant> modifiedAt() throws IOException {
        return Optional.empty();
    }

    /** Returns the content of a file. */
    static Content file(Path file) {
        return new FileContent(file);
    }

    /** Returns these bytes, which are not copied. */
    static Content bytes(byte[] bytes) {
        return new MemoryContent(bytes);
    }
}
