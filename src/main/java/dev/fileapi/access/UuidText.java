package dev.fileapi.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads UUIDs strictly: {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
final class UuidText {

    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private UuidText() {}

    /** The UUID; empty when the value is not the text of one. */
    static Optional<UUID> parse(@Nullable Object value) {
        return value instanceof String text && FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
