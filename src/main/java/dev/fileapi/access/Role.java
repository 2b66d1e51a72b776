package dev.fileapi.access;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user may do in one workspace. Declared from the weakest to the strongest. */
public enum Role {
    VIEWER,
    EDITOR,
    OWNER;

    /** Its name in tokens and answers: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(@Nullable Object wireName) {
        for (Role role : values()) {
            if (role.wireName().equals(wireName)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
