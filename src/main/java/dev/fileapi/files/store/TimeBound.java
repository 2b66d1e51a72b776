package dev.fileapi.files.store;

import java.time.Instant;

/** One side of a range of times, or one exact time. */
public record TimeBound(Comparison comparison, Instant time) {

    /** How a time compares with the bound's. */
    public enum Comparison {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }
}
