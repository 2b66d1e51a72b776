package dev.fileapi.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A part of a content as the body of a request, read while it is sent. */
final class Slice {

    /** So few bytes that they need not be counted while they move. */
    private static final int AT_ONCE = 64 * 1024;

    private final Content content;
    private final long position;
    private final long length;
    private final ByteCount count;
    private final AtomicReference<@Nullable LocalFileException> failure = new AtomicReference<>();

    Slice(Content content, long position, long length, ByteCount count) {
        this.content = content;
        this.position = position;
        this.length = length;
        this.count = count;
    }

    BodyPublisher body() {
        if (length <= AT_ONCE && content instanceof MemoryContent memory) {
            count.add(length);
            return BodyPublishers.ofByteArray(memory.bytes(), (int) position, (int) length);
        }
        return length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), length);
    }

    /** Returns why the content could not be read; null unless that is why the request failed. */
    @Nullable
    LocalFileException failure() {
        return failure.get();
    }

    private InputStream open() {
        try {
            return new Counted(content.open(position));
        } catch (IOException e) {
            failure.set(new LocalFileException(e));
            return InputStream.nullInputStream();
        }
    }

    /** Ends after the slice, counts what is read, and remembers why it cannot be. */
    private final class Counted extends InputStream {

        private final InputStream in;
        private long left = length;

        private Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int size) throws IOException {
            if (left == 0) {
                return -1;
            }
            try {
                int read = in.read(buffer, offset, (int) Math.min(size, left));
                if (read < 0) {
                    throw new EOFException("the source has become shorter while it was sent");
                }
                left -= read;
                count.add(read);
                return read;
            } catch (IOException e) {
                failure.set(new LocalFileException(e));
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
