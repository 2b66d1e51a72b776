package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.User;
import io.micronaut.data.annotation.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user, in three columns of a row; all are null when there is none. */
@Embeddable
record UserColumns(
        @Nullable UUID id, @Nullable String name, @Nullable String email) {

    private static final UserColumns NONE = new UserColumns(null, null, null);

    static UserColumns of(@Nullable User user) {
        return user == null ? NONE : new UserColumns(user.id(), user.name(), user.email());
    }

    User user() {
        return new User(Objects.requireNonNull(id), name, email);
    }
}
