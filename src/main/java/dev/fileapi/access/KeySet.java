package dev.fileapi.access;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;

/**
 * The public keys of a JSON Web Key Set that tokens may be signed with: RSA, and EC on P-256. Never empty. Compared by identity, which
 * is cheap enough to do on every call.
 */
final class KeySet {

    private final List<JWK> keys;

    private KeySet(List<JWK> keys) {
        this.keys = keys;
    }

    /** @throws ParseException when it is no key set or has no such key; nothing of the text is in its message */
    static KeySet parse(String json) throws ParseException {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(json).toPublicJWKSet().getKeys().stream()
                    .filter(KeySet::isUsable)
                    .toList();
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new ParseException("not a JSON Web Key Set", 0);
        }
        if (keys.isEmpty()) {
            throw new ParseException("no key for RS256 or ES256", 0);
        }
        return new KeySet(keys);
    }

    /** The keys that may have signed a token with this header: its key id, its algorithm, meant for signatures. */
    List<JWK> matching(JWSHeader header) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return keys.stream().filter(matcher::matches).toList();
    }

    boolean hasSameKeysAs(KeySet other) {
        return keys.equals(other.keys);
    }

    int size() {
        return keys.size();
    }

    private static boolean isUsable(JWK key) {
        return key instanceof RSAKey || (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()));
    }
}
