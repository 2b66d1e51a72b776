package dev.fileapi.files.model;

import java.time.Instant;

/** When a file was deleted, and by whom. */
public record Deletion(Instant at, User by) {}
