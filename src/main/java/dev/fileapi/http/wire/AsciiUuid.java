package dev.fileapi.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The text of a UUID as bytes, which need no look at each of its characters. */
final class AsciiUuid {

    private static final int LENGTH = 36;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private AsciiUuid() {}

    /** Returns what {@link UUID#toString} does. */
    static byte[] of(UUID id) {
        byte[] text = new byte[LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        digits(text, 0, 8, high >>> 32);
        text[8] = '-';
        digits(text, 9, 4, high >>> 16);
        text[13] = '-';
        digits(text, 14, 4, high);
        text[18] = '-';
        digits(text, 19, 4, low >>> 48);
        text[23] = '-';
        digits(text, 24, 12, low);
        return text;
    }

    /** Writes the lowest bits in that number of digits. */
    private static void digits(byte[] text, int at, int count, long bits) {
        long rest = bits;
        for (int place = at + count - 1; place >= at; place--) {
            text[place] = HEX[(int) (rest & 0xf)];
            rest >>>= 4;
        }
    }
}
