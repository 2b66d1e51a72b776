package dev.fileapi.access;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads UUIDs strictly: {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
final class UuidText {

    private static final int LENGTH = 36;

    private UuidText() {}

    /** The UUID; empty when the value is not the text of one. */
    static Optional<UUID> parse(@Nullable Object value) {
        return value instanceof String text && isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean isUuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isInPlace(text.charAt(i), i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInPlace(char character, int index) {
        return switch (index) {
            case 8, 13, 18, 23 -> character == '-';
            default -> HexFormat.isHexDigit(character);
        };
    }
}
