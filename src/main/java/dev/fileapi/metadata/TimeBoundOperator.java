package dev.fileapi.metadata;

import dev.fileapi.files.store.TimeBound;
import java.util.Optional;

/** The operator, in SQL, that compares times stored to the microsecond with a bound of any precision. */
public final class TimeBoundOperator {

    private TimeBoundOperator() {}

    /**
     * Returns the operator; empty when no stored time satisfies the bound.
     *
     * @param exact false when the bound lies between two microseconds and is compared as the lower of them
     */
    public static Optional<String> of(TimeBound.Comparison comparison, boolean exact) {
        return switch (comparison) {
            case EQUAL -> exact ? Optional.of("=") : Optional.empty();
            case LESS -> Optional.of(exact ? "<" : "<=");
            case LESS_OR_EQUAL -> Optional.of("<=");
            case GREATER -> Optional.of(">");
            case GREATER_OR_EQUAL -> Optional.of(exact ? ">=" : ">");
        };
    }
}
