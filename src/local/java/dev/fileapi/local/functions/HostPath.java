package dev.fileapi.local.functions;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request's path as Kestrel hands it on: decoded but for {@code %2F} and for what is not UTF-8, and without dot segments. Writing
 * it into a URL again does not give back what was received: a percent sign that happens to stand before two hex digits stays.
 *
 * @param decoded begins with a slash
 */
record HostPath(String decoded) {

    /** What PathString of ASP.NET Core leaves as it is, besides letters and digits. */
    private static final String PLAIN = "!$&'()*+,-./:;=@_~";

    /** Empty for what is answered with 400: a path with a NUL or one outside ASCII. */
    static Optional<HostPath> of(String received) {
        if (!received.startsWith("/") || !received.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return Optional.empty();
        }
        String decoded = decode(received);
        return decoded.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new HostPath(withoutDotSegments(decoded)));
    }

    /** As it stands in the URL that the function gets. */
    String encoded() {
        StringBuilder url = new StringBuilder();
        for (int i = 0; i < decoded.length(); ) {
            int c = decoded.codePointAt(i);
            if (isPlain(c) || (c == '%' && octet(decoded, i) >= 0)) {
                url.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    url.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
                }
            }
            i += Character.charCount(c);
        }
        return url.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 0x80 && PLAIN.indexOf(c) >= 0);
    }

    private static String decode(String received) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < received.length(); ) {
            String character = encodedCharacter(received, i);
            if (character == null || character.equals("/")) {
                path.append(received.charAt(i));
                i++;
            } else {
                path.append(character);
                i += 3 * character.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return path.toString();
    }

    /** The character whose percent-encoded UTF-8 is at the index; null when there is none. */
    private static @Nullable String encodedCharacter(String text, int index) {
        int first = octet(text, index);
        if (first < 0 || (first >= 0x80 && first < 0xC0)) {
            return null;
        }
        int length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            int octet = octet(text, index + 3 * i);
            if (octet < 0) {
                return null;
            }
            octets[i] = (byte) octet;
        }
        try {
            CharBuffer character = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return character.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The octet of a percent sign and two hex digits at the index; -1 when they are not there. */
    private static int octet(String text, int index) {
        return index + 2 < text.length()
                        && text.charAt(index) == '%'
                        && HexFormat.isHexDigit(text.charAt(index + 1))
                        && HexFormat.isHexDigit(text.charAt(index + 2))
                ? HexFormat.fromHexDigits(text, index + 1, index + 3)
                : -1;
    }

    /** RFC 3986, 5.2.4. */
    private static String withoutDotSegments(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
