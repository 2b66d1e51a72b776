package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FilePath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A path, or what paths are compared with, as the columns {@code path_head} and {@code path_tail} keep it: UTF-8, whose order is
 * that of code points.
 */
final class PathBytes {

    /** How much of a path is in {@code path_head}, and so in the indexes. */
    private static final int HEAD_LENGTH = 2000;

    private final byte[] head;
    private final byte[] tail;

    PathBytes(byte[] head, byte[] tail) {
        this.head = head;
        this.tail = tail;
    }

    static PathBytes of(String path) {
        return of(path.getBytes(StandardCharsets.UTF_8));
    }

    /** The first that follows all beginning with {@code prefix}, which must not be empty. */
    static PathBytes behind(String prefix) {
        byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
        // UTF-8 never has the byte 0xFF, so this does not overflow.
        bytes[bytes.length - 1]++;
        return of(bytes);
    }

    private static PathBytes of(byte[] bytes) {
        int cut = Math.min(bytes.length, HEAD_LENGTH);
        return new PathBytes(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
    }

    byte[] head() {
        return head;
    }

    byte[] tail() {
        return tail;
    }

    /** Paths that are this or come behind it; the first condition alone is what an index can follow. */
    Query atLeast() {
        return new Query("path_head >= ? AND (path_head > ? OR path_tail >= ?)", head, head, tail);
    }

    Query below() {
        return new Query("path_head <= ? AND (path_head < ? OR path_tail < ?)", head, head, tail);
    }

    FilePath toPath() {
        return new FilePath(text());
    }

    String text() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + tail.length);
        whole.writeBytes(head);
        whole.writeBytes(tail);
        return whole.toString(StandardCharsets.UTF_8);
    }
}
