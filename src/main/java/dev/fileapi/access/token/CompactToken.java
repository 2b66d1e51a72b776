package dev.fileapi.access.token;

import dev.fileapi.access.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a signed token (RFC 7515, section 7.1).
 *
 * @param signed what the signature is of: header and claims
 * @param signature in base64url
 */
record CompactToken(String signed, String signature) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    /** Returns the token; empty when the text is not one, or spells the signature in another way than its bytes are encoded. */
    static Optional<CompactToken> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() && isCanonical(parts.group(2))
                ? Optional.of(new CompactToken(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** Returns the SHA-256 of what is signed, under which tokens are remembered: nothing else of a token may vary. */
    ByteBuffer signedDigest() {
        return digest(signed);
    }

    ByteBuffer signatureDigest() {
        return digest(signature);
    }

    private static ByteBuffer digest(String text) {
        return ByteBuffer.wrap(Digest.of("SHA-256", text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The last letter may have bits that belong to no byte, which decoders ignore. */
    private static boolean isCanonical(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
