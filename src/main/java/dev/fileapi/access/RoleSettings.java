package dev.fileapi.access;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Arrays;
import java.util.Locale;

/**
 * How roles are read.
 *
 * @param unboundRoles what a role counts for that names a workspace and no organisation: {@code checked}, {@code trusted} or
 *     {@code refused}
 */
@ConfigurationProperties("fileapi.access")
record RoleSettings(@Bindable(defaultValue = "checked") String unboundRoles) {

    /** What such a role counts for. */
    enum Unbound {
        /** For the organisation of the call, unless the workspace has files in another one of the token. */
        CHECKED,
        /** For every organisation of the token. */
        TRUSTED,
        /** For none. */
        REFUSED
    }

    RoleSettings {
        if (Arrays.stream(Unbound.values()).noneMatch(known -> name(known).equals(unboundRoles))) {
            throw new InvalidSettingException(
                    "FILEAPI_ACCESS_UNBOUND_ROLES", "must be checked, trusted or refused, not " + unboundRoles);
        }
    }

    Unbound unbound() {
        return Unbound.valueOf(unboundRoles.toUpperCase(Locale.ROOT));
    }

    private static String name(Unbound unbound) {
        return unbound.name().toLowerCase(Locale.ROOT);
    }
}
