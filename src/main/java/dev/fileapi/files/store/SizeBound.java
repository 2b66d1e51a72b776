package dev.fileapi.files.store;

/**
 * One side of a range of sizes, or one exact size.
 *
 * @param bytes at least 0
 */
public record SizeBound(Comparison comparison, long bytes) {}
