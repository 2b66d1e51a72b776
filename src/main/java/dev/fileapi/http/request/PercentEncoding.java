package dev.fileapi.http.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 (RFC 3986, section 2.1), read strictly: bytes that are not UTF-8 are refused, and {@code +} is a plus sign. */
public final class PercentEncoding {

    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * @throws IllegalArgumentException when an escape is not {@code %} and two hexadecimal digits, or the bytes are not UTF-8; its
     *     message completes "the value …"
     */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] utf8 = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] != '%') {
                bytes.write(utf8[i]);
            } else if (isTriple(utf8, i)) {
                bytes.write(Character.digit(utf8[i + 1], 16) << 4 | Character.digit(utf8[i + 2], 16));
                i += 2;
            } else {
                throw new IllegalArgumentException("has a '%' that is not followed by two hexadecimal digits");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not percent-encoded UTF-8", e);
        }
    }

    /** Encodes everything but unreserved characters, also {@code %} and {@code /}. */
    public static String encode(String text) {
        return encodeAllBut(UNRESERVED, text, false);
    }

    /** Encodes what is not allowed in a URL, and leaves escapes as they are. */
    static String encodeIllegal(String text) {
        return encodeAllBut(UNRESERVED + "/?:@!$&'()*+,;=", text, true);
    }

    private static String encodeAllBut(String kept, String text, boolean keepEscapes) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            int octet = utf8[i] & 0xFF;
            if (isLetterOrDigit(octet) || kept.indexOf(octet) >= 0 || (keepEscapes && isTriple(utf8, i))) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(int octet) {
        return (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
    }

    private static boolean isTriple(byte[] text, int at) {
        return text[at] == '%' && at + 2 < text.length && isHex(text[at + 1]) && isHex(text[at + 2]);
    }

    private static boolean isHex(byte octet) {
        return octet >= 0 && Character.digit(octet, 16) >= 0;
    }
}
