package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FilePath;
import io.micronaut.data.annotation.Embeddable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A path, or what paths are compared with, as the columns {@code path_head} and {@code path_tail} keep it: UTF-8, whose order is
 * that of code points.
 */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // compared by the database only
record PathKey(byte[] head, byte[] tail) {

    /** How much of a path is in {@code path_head}, and so in the indexes. */
    private static final int HEAD_LENGTH = 2000;

    static PathKey of(String path) {
        return of(path.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the first key after all that begin with {@code prefix}, which must not be empty. */
    static PathKey after(String prefix) {
        byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
        // UTF-8 never has the byte 0xFF, so this does not overflow.
        bytes[bytes.length - 1]++;
        return of(bytes);
    }

    private static PathKey of(byte[] bytes) {
        int cut = Math.min(bytes.length, HEAD_LENGTH);
        return new PathKey(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
    }

    /** Paths at or after this one. The redundant first condition lets the index be used, and where there is no tail it answers alone. */
    JdbcQuery from() {
        if (tail.length == 0) {
            return new JdbcQuery("path_head >= ?", head);
        }
        return new JdbcQuery("path_head >= ? AND (path_head > ? OR path_tail >= ?)", head, head, tail);
    }

    /** Paths before this one, likewise. */
    JdbcQuery before() {
        if (tail.length == 0) {
            return new JdbcQuery("path_head < ?", head);
        }
        return new JdbcQuery("path_head <= ? AND (path_head < ? OR path_tail < ?)", head, head, tail);
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
