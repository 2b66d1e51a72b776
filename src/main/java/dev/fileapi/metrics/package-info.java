/** Figures of what the service does, and how long its metadata store and blob service take. */
@NullMarked
package dev.fileapi.metrics;

import org.jspecify.annotations.NullMarked;
