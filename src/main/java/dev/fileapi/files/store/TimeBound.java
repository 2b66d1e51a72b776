package dev.fileapi.files.store;

import java.time.Instant;

/** One side of a range of times, or one exact time. */
public record TimeBound(Comparison comparison, Instant time) {}
