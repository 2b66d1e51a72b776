package dev.fileapi.cli.sync;

import java.util.Comparator;

/** The order in which the service lists paths: that of their Unicode code points, which is that of their bytes in UTF-8. */
final class PathOrder implements Comparator<String> {

    static final PathOrder INSTANCE = new PathOrder();

    private PathOrder() {}

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** UTF-16 has its surrogates before U+E000, but the characters that they stand for come after U+FFFF. */
    private static int rank(char unit) {
        if (Character.isSurrogate(unit)) {
            return unit + Character.MAX_VALUE;
        }
        return unit;
    }
}
