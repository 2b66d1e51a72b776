package dev.fileapi.http.request;

import dev.fileapi.files.store.TimeBound;
import dev.fileapi.files.store.TimeBound.Comparison;
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

    private static final int MAX_BOUNDS = 2;
    private static final Pattern BOUND = Pattern.compile("(?:(lte?|gte?):)?(.*)", Pattern.DOTALL);

    /** A sign that travelled as {@code +} has become a space, and {@code T} may be one. */
    private static final Pattern TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?) ?([Zz]|[+\\- ][0-9]{2}(?::?[0-9]{2})?)?)?");

    private TimeBounds() {}

    /** @throws ValidationException for a value that is not a time, more than two bounds, or another bound beside an exact time */
    static List<TimeBound> read(QueryParameters query, String name) {
        List<TimeBound> bounds =
                query.list(name).stream().map(value -> bound(name, value)).toList();
        if (bounds.size() > MAX_BOUNDS) {
            throw new ValidationException(name, "can be given at most twice");
        }
        if (bounds.size() > 1 && bounds.stream().anyMatch(bound -> bound.comparison() == Comparison.EQUAL)) {
            throw new ValidationException(name, "an exact time cannot be combined with another bound");
        }
        return bounds;
    }

    private static TimeBound bound(String name, String value) {
        Matcher parts = BOUND.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException("The pattern matches everything");
        }
        return new TimeBound(comparison(parts.group(1)), time(name, parts.group(2)));
    }

    private static Comparison comparison(@Nullable String operator) {
        if (operator == null) {
            return Comparison.EQUAL;
        }
        return switch (operator) {
            case "lt" -> Comparison.LESS;
            case "lte" -> Comparison.LESS_OR_EQUAL;
            case "gt" -> Comparison.GREATER;
            default -> Comparison.GREATER_OR_EQUAL;
        };
    }

    private static Instant time(String name, @Nullable String value) {
        Matcher parts = TIME.matcher(String.valueOf(value));
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
