/** Threads that carry the caller's logging context. */
@NullMarked
package dev.fileapi.concurrent;

import org.jspecify.annotations.NullMarked;
