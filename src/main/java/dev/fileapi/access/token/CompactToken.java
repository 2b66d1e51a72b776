package dev.fileapi.access.token;

import dev.fileapi.access.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a signed token (RFC 7515, section 7.1). Read without a regular expression: every call has one, and they are long.
 *
 * @param signed what the signature is of: header and claims
 * @param signature in base64url
 */
record CompactToken(String signed, String signature) {

    /** Returns the token; empty when the text is not one, or spells the signature in another way than its bytes are encoded. */
    static Optional<CompactToken> parse(String text) {
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        if (first < 1 || last < first + 2) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != first && i != last && bits(text.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        String signature = text.substring(last + 1);
        return isCanonical(signature)
                ? Optional.of(new CompactToken(text.substring(0, last), signature))
                : Optional.empty();
    }

    /** Returns the SHA-256 of what is signed, under which tokens are remembered: nothing else of a token may vary. */
    ByteBuffer digest() {
        return ByteBuffer.wrap(Digest.of("SHA-256", signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The last letter of base64url may have bits that belong to no byte, which decoders ignore: they must be zero. */
    private static boolean isCanonical(String base64) {
        int unused = switch (base64.length() % 4) {
            case 0 -> 0;
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> -1;
        };
        return unused >= 0 && !base64.isEmpty() && (bits(base64.charAt(base64.length() - 1)) & unused) == 0;
    }

    /** Returns what a letter of base64url stands for; -1 for what is not one. */
    private static int bits(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a' + 26;
        }
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        if (letter >= '0' && letter <= '9') {
            return letter - '0' + 52;
        }
        if (letter == '-') {
            return 62;
        }
        return letter == '_' ? 63 : -1;
    }
}
