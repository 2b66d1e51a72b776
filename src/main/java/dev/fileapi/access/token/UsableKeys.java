package dev.fileapi.access.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the public keys of a JSON Web Key Set that tokens may be signed with: RSA, and EC on P-256. A key that cannot be read is skipped
 * (RFC 7517, section 5), where Nimbus' own parser would refuse the whole set.
 */
final class UsableKeys {

    private static final Logger LOG = LoggerFactory.getLogger(UsableKeys.class);

    private UsableKeys() {}

    /** @throws ParseException when it is not a key set or has no such key; nothing of the text is in its message */
    static JWKSet parse(String json) throws ParseException {
        List<Object> members = members(json);
        List<JWK> usable = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Optional<JWK> key = read(members.get(i));
            if (key.isEmpty()) {
                LOG.warn("key skipped because it cannot be read: position={} of={}", i + 1, members.size());
            }
            key.filter(UsableKeys::isUsable).map(JWK::toPublicJWK).ifPresent(usable::add);
        }
        if (usable.isEmpty()) {
            throw new ParseException("no key for RS256 or ES256", 0);
        }
        return new JWKSet(usable);
    }

    private static List<Object> members(String json) throws ParseException {
        try {
            List<Object> members = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(json), "keys");
            if (members != null) {
                return members;
            }
        } catch (ParseException | IllegalArgumentException e) {
            // said below without the text
        }
        throw new ParseException("not a JSON Web Key Set", 0);
    }

    private static Optional<JWK> read(@Nullable Object member) {
        try {
            return member instanceof Map<?, ?> key ? Optional.of(JWK.parse(withNames(key))) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // the names in a JSON object are strings
    private static Map<String, Object> withNames(Map<?, ?> key) {
        return (Map<String, Object>) key;
    }

    private static boolean isUsable(JWK key) {
        return key instanceof RSAKey || (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()));
    }
}
