package dev.fileapi.metadata;

import dev.fileapi.files.store.Comparison;
import java.util.Optional;

/** The operator, in SQL, that compares stored values with a bound. */
public final class BoundOperator {

    private BoundOperator() {}

    /** Returns the operator for values that are stored as exactly as the bound is given. */
    public static String of(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }

    /**
     * Returns the operator for times, which are stored to the microsecond, and a bound of any precision; empty when no stored time
     * satisfies it.
     *
     * @param exact false when the bound lies between two microseconds and is compared as the lower of them
     */
    public static Optional<String> of(Comparison comparison, boolean exact) {
        if (exact) {
            return Optional.of(of(comparison));
        }
        return switch (comparison) {
            case EQUAL -> Optional.empty();
            case LESS, LESS_OR_EQUAL -> Optional.of("<=");
            case GREATER, GREATER_OR_EQUAL -> Optional.of(">");
        };
    }
}
