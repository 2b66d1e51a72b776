package dev.fileapi.metadata.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A folded name as the columns {@code name_head} and {@code name_tail} have it, which the database makes of {@code lower_case_name}. */
@SuppressWarnings("ArrayRecordComponent") // compared by the database only
record NameKey(byte[] head, byte[] tail) {

    /** How much of a name is in {@code name_head}, and so in the index. */
    private static final int HEAD_LENGTH = 500;

    static NameKey of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int cut = Math.min(bytes.length, HEAD_LENGTH);
        return new NameKey(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
    }
}
