package dev.fileapi.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Issues tokens that only the local host accepts, signed with a key of its own. */
public final class LocalIssuer {

    public static final String ISSUER = "https://issuer.file-api.localhost";
    public static final String AUDIENCE = "file-api";

    private static final String KEY_FILE = "signing-key.json";

    private final RSAKey key;
    private final Clock clock;

    private LocalIssuer(RSAKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Returns the issuer whose key is kept in the folder; both are created when they do not exist. Only their owner may read the key. */
    public static LocalIssuer in(Path folder, Clock clock) throws IOException {
        Path file = folder.resolve(KEY_FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            keep(newKey(), file);
        }
        return existing(folder, clock);
    }

    /**
     * Returns the issuer whose key is kept in the folder.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    static LocalIssuer existing(Path folder, Clock clock) throws IOException {
        Path file = folder.resolve(KEY_FILE);
        try {
            return new LocalIssuer(RSAKey.parse(Files.readString(file)), clock);
        } catch (ParseException e) {
            throw new IOException(file + " does not contain a signing key: remove it, and a new one is made", e);
        }
    }

    /** Its public keys, a JSON Web Key Set. */
    public String jwks() {
        return new JWKSet(key).toString();
    }

    /** The settings of a service that accepts its tokens, by environment variable. */
    public Map<String, String> settings() {
        return Map.of(
                "FILEAPI_ACCESS_JWKS", jwks(),
                "FILEAPI_ACCESS_ISSUER", ISSUER,
                "FILEAPI_ACCESS_AUDIENCE", AUDIENCE);
    }

    public String token(TokenOrder order) {
        Instant now = clock.instant();
        Map<String, String> roles = order.role() == null
                ? Map.of()
                : Map.of(
                        order.workspace().workspaceId().toString(), order.role().wireName());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(order.user().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(order.lifetime())))
                .claim("name", order.name())
                .claim("email", order.email())
                .claim(
                        "organisations",
                        List.of(order.workspace().organisationId().toString()))
                .claim("workspace_roles", roles)
                .build();
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves the key into place as a whole, so that another process never reads half of it. The second of two processes uses the key of the first. */
    private static void keep(RSAKey key, Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path whole = Files.createTempFile(file.getParent(), KEY_FILE, ".new", ownerOnly);
        try {
            Files.writeString(whole, key.toJSONString());
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(whole);
        }
    }
}
