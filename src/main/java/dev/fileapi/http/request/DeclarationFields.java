package dev.fileapi.http.request;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an uploader tells of a file from a JSON object. A field that is null is not told, and one of another name is ignored. A
 * refusal begins with the field's name.
 */
final class DeclarationFields {

    private static final int MAX_TYPE_LENGTH = 255;

    static final TextPairs TAGS = tags("tags", 50);
    private static final TextPairs METADATA = new TextPairs("metadata", 2_048, 2_048, "", 2_048, 2_048);

    /** RFC 3339, section 5.6, "date-time"; a {@code T} or {@code Z} may be small. */
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    /** File systems have no earlier times: those of NTFS begin here ("File Times", Windows app development). */
    private static final Instant EARLIEST = Instant.parse("1601-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private DeclarationFields() {}

    /** Returns the limits of tags, for a field or parameter that has at most {@code max}. */
    static TextPairs tags(String name, int max) {
        return new TextPairs(name, max, 128, ":", 256, 4_096);
    }

    /** @throws ValidationException when a field breaks a rule */
    static Declaration read(JsonNode sent) {
        return new Declaration(
                size(told(sent, "size")),
                ChecksumField.read(told(sent, "checksum")),
                contentType(told(sent, "content_type")),
                modifiedAt(told(sent, "modified_at")),
                TAGS.read(told(sent, "tags")),
                METADATA.read(told(sent, "metadata")));
    }

    /** Returns the value of a field; null when it is not told. */
    static @Nullable JsonNode told(JsonNode sent, String field) {
        @Nullable JsonNode value = sent.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private static @Nullable Long size(@Nullable JsonNode sent) {
        if (sent == null) {
            return null;
        }
        if (!isWhole(sent) || sent.getBigIntegerValue().signum() < 0) {
            throw new ValidationException("size", "must be a whole number of bytes, at least 0, as in 1048576");
        }
        if (sent.getBigIntegerValue().compareTo(BigInteger.valueOf(Declaration.MAX_SIZE)) > 0) {
            throw new ValidationException("size", "must be at most " + Declaration.MAX_SIZE + " bytes");
        }
        return sent.getLongValue();
    }

    /** Tells whether it is a whole number. One with a fraction or an exponent is read as a double or a decimal. */
    static boolean isWhole(JsonNode sent) {
        return sent.isNumber()
                && (sent.getNumberValue() instanceof Integer
                        || sent.getNumberValue() instanceof Long
                        || sent.getNumberValue() instanceof BigInteger);
    }

    private static @Nullable String contentType(@Nullable JsonNode sent) {
        if (sent == null) {
            return null;
        }
        String type = sent.isString() ? sent.getStringValue() : "";
        if (type.length() > MAX_TYPE_LENGTH || !MediaTypeSyntax.matches(type)) {
            throw new ValidationException(
                    "content_type",
                    "must be a media type of at most " + MAX_TYPE_LENGTH
                            + " ASCII characters, as in text/csv or text/plain; charset=utf-8");
        }
        return type;
    }

    /** Times are kept to the microsecond. */
    private static @Nullable Instant modifiedAt(@Nullable JsonNode sent) {
        if (sent == null) {
            return null;
        }
        String text = sent.isString() ? sent.getStringValue().toUpperCase(Locale.ROOT) : "";
        if (!TIME.matcher(text).matches()) {
            throw new ValidationException(
                    "modified_at", "must be a time with an offset (RFC 3339), as in 2024-01-31T12:00:00Z");
        }
        Instant time = parsed(text).truncatedTo(ChronoUnit.MICROS);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new ValidationException("modified_at", "must be from " + EARLIEST + " to " + LATEST);
        }
        return time;
    }

    private static Instant parsed(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new ValidationException("modified_at", "is a time that does not exist");
        }
    }
}
