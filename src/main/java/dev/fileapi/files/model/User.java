package dev.fileapi.files.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did something, as their token named them at that time. */
public record User(UUID id, @Nullable String name, @Nullable String email) {

    /** The longest name or address kept in a blob's metadata, which is limited; in bytes of UTF-8. */
    private static final int MAX_METADATA_BYTES = 256;

    /** The same user, with as much of the name and of the email address as is kept beside blobs. */
    public User truncatedForMetadata() {
        return new User(id, shortened(name), shortened(email));
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.length() * 4 <= MAX_METADATA_BYTES) {
            return text;
        }
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            String character = Character.toString(text.codePointAt(end));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_METADATA_BYTES) {
                return text.substring(0, end);
            }
            end += character.length();
        }
        return text;
    }
}
