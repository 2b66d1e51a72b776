package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fileapi.files.model.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user within a document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserDocument(
        UUID id, @Nullable String name, @Nullable String email) {

    static UserDocument of(User user) {
        return new UserDocument(user.id(), user.name(), user.email());
    }

    User user() {
        return new User(id, name, email);
    }
}
