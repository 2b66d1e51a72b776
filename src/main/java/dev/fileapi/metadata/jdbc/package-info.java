/** Keeps the metadata in an SQL database: PostgreSQL, or H2 in its PostgreSQL mode. */
@NullMarked
package dev.fileapi.metadata.jdbc;

import org.jspecify.annotations.NullMarked;
