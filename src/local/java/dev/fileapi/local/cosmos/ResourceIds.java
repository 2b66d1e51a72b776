package dev.fileapi.local.cosmos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * System ids: 4 bytes for a database, 4 more for a container, 8 more for a document, in base 64 with {@code -} for {@code /}. The
 * client takes containers' ids apart.
 */
final class ResourceIds {

    private static final int DATABASE_BYTES = 4;

    private ResourceIds() {}

    static String database(int number) {
        byte[] bytes = new byte[DATABASE_BYTES];
        ByteBuffer.wrap(bytes).putInt(number);
        return encode(bytes);
    }

    static String container(String database, int number) {
        // the high bit tells a container from a user
        byte[] bytes = new byte[2 * DATABASE_BYTES];
        ByteBuffer.wrap(bytes).put(decode(database)).putInt(number | 0x80000000);
        return encode(bytes);
    }

    static String document(String container, long number) {
        byte[] bytes = new byte[4 * DATABASE_BYTES];
        // the highest four bits of the last byte tell a document from other children of a container
        ByteBuffer.wrap(bytes)
                .put(decode(container))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number);
        return encode(bytes);
    }

    static String databaseOf(String container) {
        return encode(Arrays.copyOf(decode(container), DATABASE_BYTES));
    }

    /** Whether a path names its database so; names that could be taken for one are not used here. */
    static boolean isDatabase(String segment) {
        return segment.length() == 8 && segment.endsWith("==");
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes).replace('/', '-');
    }

    private static byte[] decode(String id) {
        return Base64.getDecoder().decode(id.replace('-', '/'));
    }
}
