package dev.fileapi.cli.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the cache.
 *
 * @param sha256 in base64
 * @param stamp size, time and inode of the file
 * @param path its path, which has no control characters
 */
record HashLine(String sha256, String stamp, String path) {

    private static final int COLUMNS = 3;
    private static final int SHA256_CHARACTERS = 44;

    static HashLine of(LocalItem item, String sha256) {
        return new HashLine(sha256, stamp(item), item.path());
    }

    /** Returns the next line; null at the end, or where a line was cut off when its writer was killed. */
    static @Nullable HashLine read(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            return null;
        }
        List<String> columns = List.of(line.split("\t", -1));
        // the path comes first and the sum last, so that a line that was cut off is known by its sum
        boolean whole = columns.size() == COLUMNS && columns.get(2).length() == SHA256_CHARACTERS;
        return whole ? new HashLine(columns.get(2), columns.get(1), columns.get(0)) : null;
    }

    boolean isOf(LocalItem item) {
        return path.equals(item.path()) && stamp.equals(stamp(item));
    }

    String text() {
        return path + "\t" + stamp + "\t" + sha256 + "\n";
    }

    private static String stamp(LocalItem item) {
        return item.size() + " " + item.modifiedAt() + " " + item.inode();
    }
}
