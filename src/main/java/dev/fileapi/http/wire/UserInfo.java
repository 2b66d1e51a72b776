package dev.fileapi.http.wire;

import dev.fileapi.files.model.User;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user, as their token named them at that time. */
@Serdeable
record UserInfo(UUID id, @Nullable String name, @Nullable String email) {

    static UserInfo of(User user) {
        return new UserInfo(user.id(), user.name(), user.email());
    }
}
