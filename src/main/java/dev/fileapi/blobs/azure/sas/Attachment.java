package dev.fileapi.blobs.azure.sas;

import java.nio.charset.StandardCharsets;

/** Writes a {@code Content-Disposition} that makes a browser save what it gets (RFC 6266). */
public final class Attachment {

    /**
     * The longest file name that is handed on whole, in bytes of UTF-8: four times what common file systems take, and still short
     * enough for a URL after it was encoded twice.
     */
    static final int MAX_NAME_BYTES = 1024;

    /** The characters beside letters and digits that stand for themselves in an extended value (RFC 8187, attr-char). */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Attachment() {}

    /** The header's value for a file name; one beyond {@link #MAX_NAME_BYTES} loses the end of its stem, not its extension. */
    public static String named(String fileName) {
        StringBuilder value = new StringBuilder("attachment; filename*=UTF-8''");
        for (byte octet : shortened(fileName).getBytes(StandardCharsets.UTF_8)) {
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

    private static String shortened(String name) {
        int excess = bytes(name) - MAX_NAME_BYTES;
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
