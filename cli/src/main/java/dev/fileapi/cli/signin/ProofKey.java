package dev.fileapi.cli.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes a code useless to others who see it: "Proof Key for Code Exchange" (RFC 7636).
 *
 * @param verifier a secret, sent with the code
 */
record ProofKey(String verifier) {

    private static final int BYTES = 32;

    static ProofKey random() {
        return new ProofKey(randomText());
    }

    /** Returns 256 random bits as an address can have them. */
    static String randomText() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    /** Returns what is sent beforehand, by the method S256. */
    String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "ProofKey";
    }
}
