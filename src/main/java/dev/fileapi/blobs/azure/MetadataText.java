package dev.fileapi.blobs.azure;

import dev.fileapi.files.model.User;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How values are written as metadata of a blob, which are HTTP headers: ASCII, and 8 KB in all ("Setting and retrieving properties
 * and metadata for Blob Storage resources").
 */
final class MetadataText {

    private static final String NULL = "~";

    private MetadataText() {}

    static String of(@Nullable String text) {
        return text == null
                ? NULL
                : Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(User user) {
        return user.id() + "." + of(user.name()) + "." + of(user.email());
    }

    /** @throws IllegalArgumentException when it is not what {@link #of(String)} writes */
    static @Nullable String text(String value) {
        return value.equals(NULL) ? null : new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when it is not what {@link #of(User)} writes */
    static User user(String value) {
        List<String> parts = List.of(value.split("\\.", -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("Invalid user: it has " + parts.size() + " parts");
        }
        return new User(UUID.fromString(parts.get(0)), text(parts.get(1)), text(parts.get(2)));
    }

    /** @throws IllegalArgumentException when it is none */
    static Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Invalid time: it is not in ISO 8601", e);
        }
    }

    /** @throws IllegalArgumentException when there is no metadata of that name */
    static String required(Map<String, String> metadata, String name) {
        String value = metadata.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Invalid metadata: " + name + " is missing");
        }
        return value;
    }
}
