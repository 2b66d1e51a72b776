package dev.fileapi.access;

import dev.fileapi.files.model.User;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a caller from the claims of a verified token. What cannot be read gives no access.
 *
 * <ul>
 *   <li>organisations: an array of UUIDs, one string of them, separated by commas or spaces, or an object whose values have an
 *       {@code id}, as Keycloak writes it;
 *   <li>workspace roles: as {@link RoleClaim} reads them;
 *   <li>user id: the claim when it is a UUID, else a version 5 UUID (RFC 9562) of subject and issuer.
 * </ul>
 */
@Singleton
public final class CallerClaims {

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final int MAX_LENGTH = 256;

    private final ClaimSettings settings;

    CallerClaims(ClaimSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the caller that the claims describe.
     *
     * @throws UnauthenticatedException when they name no user
     */
    public Caller read(Map<String, Object> claims) {
        User user = new User(
                userId(claims), text(claim(claims, settings.nameClaim())), text(claim(claims, settings.emailClaim())));
        RoleClaim roles = RoleClaim.read(claim(claims, settings.workspaceRolesClaim()));
        return new Caller(
                user, organisations(claim(claims, settings.organisationsClaim())), roles.unbound(), roles.bound());
    }

    private UUID userId(Map<String, Object> claims) {
        Optional<UUID> id = UuidText.parse(claim(claims, settings.userIdClaim()));
        if (id.isPresent()) {
            return id.get();
        }
        if (!(claims.get("sub") instanceof String subject) || subject.isBlank()) {
            throw new UnauthenticatedException("The token names no user: get one with a sub claim.");
        }
        UUID issuer = NamedUuid.of(NamedUuid.URL, String.valueOf(claims.get("iss")));
        return NamedUuid.of(issuer, subject);
    }

    /** The claim of this name; when there is none, what the name leads to with its dots as a path. A name may itself have dots. */
    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = claim(inner, name.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Set<UUID> organisations(@Nullable Object claim) {
        Set<UUID> organisations = new HashSet<>();
        if (claim instanceof Map<?, ?> byAlias) {
            byAlias.values().forEach(item -> organisationId(item).ifPresent(organisations::add));
        }
        for (Object item : items(claim)) {
            UuidText.parse(item).ifPresent(organisations::add);
        }
        return organisations;
    }

    private static Optional<UUID> organisationId(@Nullable Object organisation) {
        return organisation instanceof Map<?, ?> described ? UuidText.parse(described.get("id")) : Optional.empty();
    }

    /** The items of a claim that is an array, or one string of them. */
    static Collection<?> items(@Nullable Object claim) {
        if (claim instanceof String text) {
            return SEPARATOR.splitAsStream(text).toList();
        }
        return claim instanceof Collection<?> items ? items : List.of();
    }

    /** What every store can keep: no control characters, no halves of characters, not too long. */
    private static @Nullable String text(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        String cut = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        String clean = NO_TEXT.matcher(cut).replaceAll("").strip();
        return clean.isEmpty() ? null : clean;
    }
}
