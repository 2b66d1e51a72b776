package dev.fileapi.functions.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What becomes of a URL's path on its way through Azure: the host, and App Service's front end before it, decode all escapes but that of
 * the slash, remove dot segments, and encode again what may not stand in a path, except for what looks like an escape. Paths are handled
 * here as octets, one to a {@code char}.
 */
final class HostRewrite {

    private HostRewrite() {}

    /** True when that makes {@code given} of {@code original}, the front end taking part or not. */
    static boolean couldProduce(String original, String given) {
        String wanted = octets(given);
        String once = withoutDotSegments(decode(octets(original)));
        return encodes(once, wanted) || encodes(withoutDotSegments(decode(once)), wanted);
    }

    private static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String decode(String path) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (isEscape(path, i) && !path.regionMatches(true, i, "%2F", 0, 3)) {
                decoded.write(octet(path, i));
                i += 2;
            } else {
                decoded.write(path.charAt(i));
            }
        }
        return decoded.toString(ISO_8859_1);
    }

    /** RFC 3986, section 5.2.4, for a path that begins with a slash. */
    private static String withoutDotSegments(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String segment = segments[i];
            boolean dots = segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.addLast(segment);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** True when {@code encoded} is {@code decoded} with whatever octets escaped, but for escapes, which may stay as they are. */
    private static boolean encodes(String decoded, String encoded) {
        int at = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char octet = decoded.charAt(i);
            if (startsAsItIs(decoded, i, encoded, at)) {
                at++;
            } else if (octet != '/' && isEscape(encoded, at) && octet(encoded, at) == octet) {
                at += 3;
            } else {
                return false;
            }
        }
        return at == encoded.length();
    }

    /** A percent sign stays one only at the head of what looks like an escape. */
    private static boolean startsAsItIs(String decoded, int i, String encoded, int at) {
        return isEscape(decoded, i)
                ? encoded.regionMatches(true, at, decoded, i, 3)
                : decoded.charAt(i) != '%' && at < encoded.length() && encoded.charAt(at) == decoded.charAt(i);
    }

    private static int octet(String text, int at) {
        return Integer.parseInt(text.substring(at + 1, at + 3), 16);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
