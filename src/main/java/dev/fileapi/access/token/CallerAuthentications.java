package dev.fileapi.access.token;

import com.nimbusds.jwt.JWT;
import dev.fileapi.access.CallerAuthentication;
import dev.fileapi.access.CallerClaims;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.DefaultJwtAuthenticationFactory;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;

/** Makes a verified token's caller what Micronaut Security carries along a request. */
@Singleton
@Replaces(DefaultJwtAuthenticationFactory.class)
final class CallerAuthentications implements JwtAuthenticationFactory {

    private final CallerClaims claims;

    CallerAuthentications(CallerClaims claims) {
        this.claims = claims;
    }

    /** @throws dev.fileapi.access.UnauthenticatedException when the token names no user */
    @Override
    public Optional<Authentication> createAuthentication(JWT token) {
        try {
            return Optional.of(
                    new CallerAuthentication(claims.read(token.getJWTClaimsSet().getClaims())));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
