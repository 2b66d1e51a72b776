package dev.fileapi.metadata.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * One step that brings the tables up to date, as Flyway records it.
 *
 * @param script the name of its file, or of its class
 * @param checksum of its file; null for a class
 */
record Migration(String script, @Nullable Integer checksum) {}
