package dev.fileapi.local;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token of {@link LocalIssuer} is to say.
 *
 * @param role null for none in the workspace
 * @param lifetime negative for a token that has expired
 */
public record TokenOrder(
        UUID user,
        Workspace workspace,
        @Nullable Role role,
        Duration lifetime,
        @Nullable String name,
        @Nullable String email) {

    /** A token for an hour, for a user of this name. */
    public static TokenOrder of(UUID user, Workspace workspace, @Nullable Role role) {
        return new TokenOrder(user, workspace, role, Duration.ofHours(1), "Local User", "local.user@example.com");
    }

    public TokenOrder withRole(@Nullable Role role) {
        return new TokenOrder(user, workspace, role, lifetime, name, email);
    }

    public TokenOrder withLifetime(Duration lifetime) {
        return new TokenOrder(user, workspace, role, lifetime, name, email);
    }

    public TokenOrder withNameAndEmail(@Nullable String name, @Nullable String email) {
        return new TokenOrder(user, workspace, role, lifetime, name, email);
    }
}
