package dev.fileapi.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.fileapi.access.KeysUnavailableException;
import dev.fileapi.access.UnauthenticatedException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import io.micronaut.security.token.jwt.validator.JsonWebTokenSignatureValidator;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks that a token is signed with RS256 or ES256 and with a key of the issuer that is meant for this (JSON Web Token Best Current
 * Practices, RFC 8725).
 *
 * <p>Replaces the library's signature validator, which keeps an entry for each algorithm name that a caller has ever sent and logs the
 * tokens that it refuses. It also is the context's signature configuration: without one the library would take unsigned tokens.
 */
@Singleton
@Replaces(JsonWebTokenSignatureValidator.class)
final class IssuerSignature implements JsonWebTokenSignatureValidator<SignedJWT>, SignatureConfiguration {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /** A token need not name its type, hence the null. */
    private static final Set<JOSEObjectType> TYPES = new HashSet<>(Arrays.asList(
            null, JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));

    private final IssuerKeys keys;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    IssuerSignature(IssuerKeys keys) {
        this.keys = keys;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSetBasedJWKSource<>(keys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the frame asks ServiceClaims next
    }

    /**
     * @throws UnauthenticatedException when it is not signed so, and why; never false, for which the frame has no reason
     * @throws KeysUnavailableException when that cannot be found out
     */
    @Override
    public boolean validateSignature(SignedJWT token) {
        // Library exceptions are not causes here: they may quote the token.
        try {
            process(token);
            return true;
        } catch (RateLimitReachedException e) {
            throw unknownKey();
        } catch (KeySourceException e) {
            throw new KeysUnavailableException();
        } catch (BadJWTException e) {
            throw new UnauthenticatedException(VerifiedTokens.MALFORMED);
        } catch (BadJWSException | JOSEException e) {
            throw new UnauthenticatedException("The token's signature is wrong: get a new one.");
        } catch (BadJOSEException e) {
            throw refused(token.getHeader());
        }
    }

    @Override
    public boolean verify(SignedJWT token) {
        return validateSignature(token);
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return ALGORITHMS.contains(algorithm);
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "RS256 and ES256";
    }

    private void process(SignedJWT token) throws BadJOSEException, JOSEException {
        try {
            processor.process(token, null);
        } catch (BadJWSException e) {
            // A token that does not name its key may be signed with a newer one than those at hand.
            if (token.getHeader().getKeyID() != null || !keys.refetch()) {
                throw e;
            }
            processor.process(token, null);
        }
    }

    private static UnauthenticatedException refused(JWSHeader header) {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return new UnauthenticatedException(
                    "The token's algorithm is not accepted: have it signed with RS256 or ES256.");
        }
        return TYPES.contains(header.getType())
                ? unknownKey()
                : new UnauthenticatedException("The token's type is not accepted: send an access token.");
    }

    private static UnauthenticatedException unknownKey() {
        return new UnauthenticatedException(
                "The token is signed with a key that its issuer does not publish for this: get a new one.");
    }
}
