package dev.fileapi.files.store;

/** How a file's value compares with a bound's. */
public enum Comparison {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
}
