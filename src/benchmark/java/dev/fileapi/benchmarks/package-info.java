/** Measurements, kept so that they can be repeated: docs/start-up.md says how, and what came out. */
@NullMarked
package dev.fileapi.benchmarks;

import org.jspecify.annotations.NullMarked;
