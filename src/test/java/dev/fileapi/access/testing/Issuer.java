package dev.fileapi.access.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs any claims with real keys. */
public final class Issuer {

    public static final String NAME = "https://login.example.com/tenant/v2.0";
    public static final String AUDIENCE = "api://file-api";
    public static final UUID USER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    public static final UUID ORGANISATION = UUID.fromString("22222222-2222-4222-8222-222222222222");
    public static final UUID WORKSPACE = UUID.fromString("33333333-3333-4333-8333-333333333333");

    /** Making an RSA key is slow, so that tests share these. */
    public static final RSAKey RSA = rsa("rsa-1");

    public static final RSAKey OTHER_RSA = rsa("rsa-2");
    public static final ECKey EC = ec("ec-1");

    private final Clock clock;

    public Issuer(Clock clock) {
        this.clock = clock;
    }

    public static RSAKey rsa(@Nullable String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ECKey ec(@Nullable String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String jwks(JWK... keys) {
        return new JWKSet(List.of(keys)).toString();
    }

    /** Claims of a good token for an hour, of an editor. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject(USER.toString())
                .expirationTime(Date.from(clock.instant().plus(Duration.ofHours(1))))
                .claim("name", "Ada")
                .claim("email", "ada@example.com")
                .claim("organisations", List.of(ORGANISATION.toString()))
                .claim("workspace_roles", Map.of(WORKSPACE.toString(), "editor"));
    }

    public String token(JWK key) {
        return token(key, claims());
    }

    public String token(JWK key, JWTClaimsSet.Builder claims) {
        return token(key, key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256, claims);
    }

    public String token(JWK key, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        return token(key, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    }

    public String tokenOfType(JWK key, String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        return token(key, header, claims());
    }

    public String token(JWK key, JWSHeader header, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(signer(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        if (key instanceof ECKey ec) {
            return new ECDSASigner(ec);
        }
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new MACSigner((OctetSequenceKey) key);
    }
}
