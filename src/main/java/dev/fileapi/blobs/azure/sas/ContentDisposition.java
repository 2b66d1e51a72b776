package dev.fileapi.blobs.azure.sas;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Writes a {@code Content-Disposition}, which makes a browser save what it gets or show it (RFC 6266). Simple clients, as {@code curl -OJ}, read only
 * the ASCII fallback that stands before the extended value (RFC 6266, appendix D).
 */
public final class ContentDisposition {

    /**
     * The longest file name that is handed on whole, in bytes of UTF-8: four times what common file systems take, and still short
     * enough for a URL after it was encoded twice.
     */
    static final int MAX_NAME_BYTES = 1024;

    /** The longest fallback; common file systems take no longer name. */
    static final int MAX_FALLBACK_LENGTH = 255;

    /** Not in a fallback: they end or escape a quoted string, are reserved in file names, or look like an escape to some clients. */
    private static final String UNSAFE = "\"\\/:*?<>|%";

    /** The characters beside letters and digits that stand for themselves in an extended value (RFC 8187, attr-char). */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** Returns the header's value for a file that is saved under a name; see {@link #inline}. */
    public static String attachment(String fileName) {
        return "attachment" + named(fileName);
    }

    /**
     * Returns the header's value for a file that is shown, and has a name for those who save it. A name longer than {@link #MAX_NAME_BYTES}, in the fallback than
     * {@link #MAX_FALLBACK_LENGTH}, loses the end of its stem, not its extension.
     */
    public static String inline(String fileName) {
        return "inline" + named(fileName);
    }

    private static String named(String fileName) {
        return "; filename=\"" + fallback(fileName) + "\"; filename*=UTF-8''" + extended(fileName);
    }

    /** Accents are dropped; whatever else a quoted string or a file system might not take becomes an underscore. */
    private static String fallback(String fileName) {
        String ascii = Normalizer.normalize(fileName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .codePoints()
                .map(character -> isSafe(character) ? character : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shortened(ascii, MAX_FALLBACK_LENGTH);
    }

    private static boolean isSafe(int character) {
        return character >= ' ' && character < 0x7f && UNSAFE.indexOf(character) < 0;
    }

    private static String extended(String fileName) {
        StringBuilder value = new StringBuilder();
        for (byte octet : shortened(fileName, MAX_NAME_BYTES).getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (isPlain(character)) {
                value.append(character);
            } else {
                value.append("%%%02X".formatted((int) character));
            }
        }
        return value.toString();
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || PLAIN.indexOf(character) >= 0;
    }

    private static String shortened(String name, int maxBytes) {
        int excess = bytes(name) - maxBytes;
        if (excess <= 0) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && bytes(name.substring(dot)) <= 32 ? name.substring(dot) : "";
        int end = name.length() - extension.length();
        for (int dropped = 0; dropped < excess; ) {
            int character = name.codePointBefore(end);
            end -= Character.charCount(character);
            dropped += bytes(Character.toString(character));
        }
        return name.substring(0, end) + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
