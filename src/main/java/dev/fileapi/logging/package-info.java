/** What may be logged, and in what form. */
@NullMarked
package dev.fileapi.logging;

import org.jspecify.annotations.NullMarked;
