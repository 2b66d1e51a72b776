package dev.fileapi.http.request;

import dev.fileapi.files.store.TimeBound;
import dev.fileapi.http.problem.ValidationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bounds of times: {@code lt:}, {@code lte:}, {@code gt:} or {@code gte:} before an ISO 8601 time, none of them means equal. */
final class TimeBounds {

    /** A sign that travelled as {@code +} has become a space, and {@code T} may be one. */
    private static final Pattern TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?) ?([Zz]|[+\\- ][0-9]{2}(?::?[0-9]{2})?)?)?");

    private TimeBounds() {}

    /** @throws ValidationException for a value that is not a time, more than two bounds, or another bound beside an exact time */
    static List<TimeBound> read(QueryParameters query, String name) {
        return Bounds.read(query, name, "time").stream()
                .map(bound -> new TimeBound(bound.comparison(), time(name, bound.value())))
                .toList();
    }

    private static Instant time(String name, String value) {
        Matcher parts = TIME.matcher(value);
        try {
            if (parts.matches()) {
                LocalTime time = parts.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(2));
                return LocalDate.parse(parts.group(1)).atTime(time).toInstant(offset(parts.group(3)));
            }
        } catch (DateTimeException e) {
            throw new ValidationException(name, "has a time that does not exist");
        }
        throw new ValidationException(
                name,
                "must be an ISO 8601 time, as in gte:2024-01-31T12:00:00Z, after lt:, lte:, gt:, gte: or nothing");
    }

    private static ZoneOffset offset(@Nullable String offset) {
        return offset == null || offset.equalsIgnoreCase("Z")
                ? ZoneOffset.UTC
                : ZoneOffset.of(offset.replace(' ', '+'));
    }
}
