package dev.fileapi.http.request;

import dev.fileapi.files.store.SizeBound;
import dev.fileapi.http.problem.ValidationException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads bounds of sizes: {@code lt:}, {@code lte:}, {@code gt:} or {@code gte:} before a number of bytes, none of them means equal. */
final class SizeBounds {

    private static final Pattern BYTES = Pattern.compile("[0-9]+");

    private SizeBounds() {}

    /** @throws ValidationException for a value that is not a size, more than two bounds, or another bound beside an exact size */
    static List<SizeBound> read(QueryParameters query, String name) {
        return Bounds.read(query, name, "size").stream()
                .map(bound -> new SizeBound(bound.comparison(), bytes(name, bound.value())))
                .toList();
    }

    private static long bytes(String name, String value) {
        if (!BYTES.matcher(value).matches()) {
            throw new ValidationException(
                    name, "must be a whole number of bytes, as in gte:1048576, after lt:, lte:, gt:, gte: or nothing");
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException beyondInt64) {
            throw new ValidationException(name, "must be at most " + Long.MAX_VALUE + " bytes");
        }
    }
}
