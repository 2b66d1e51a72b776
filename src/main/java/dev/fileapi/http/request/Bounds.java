package dev.fileapi.http.request;

import dev.fileapi.files.store.Comparison;
import dev.fileapi.http.problem.ValidationException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bounds: {@code lt:}, {@code lte:}, {@code gt:} or {@code gte:} before a value, none of them means equal. */
final class Bounds {

    private static final int MAX_BOUNDS = 2;
    private static final Pattern BOUND = Pattern.compile("(?:(lte?|gte?):)?(.*)", Pattern.DOTALL);

    private Bounds() {}

    /** A bound whose value is still to be read. */
    record Bound(Comparison comparison, String value) {}

    /**
     * Returns the bounds given for a parameter.
     *
     * @param what what the values are, for messages
     * @throws ValidationException for more than two bounds, or another bound beside an exact value
     */
    static List<Bound> read(QueryParameters query, String name, String what) {
        List<Bound> bounds = query.list(name).stream().map(Bounds::bound).toList();
        if (bounds.size() > MAX_BOUNDS) {
            throw new ValidationException(name, "can be given at most twice");
        }
        if (bounds.size() > 1 && bounds.stream().anyMatch(bound -> bound.comparison() == Comparison.EQUAL)) {
            throw new ValidationException(name, "an exact " + what + " cannot be combined with another bound");
        }
        return bounds;
    }

    private static Bound bound(String text) {
        Matcher parts = BOUND.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("The pattern matches everything");
        }
        return new Bound(comparison(parts.group(1)), String.valueOf(parts.group(2)));
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
}
