/** How many calls a caller may make. */
@NullMarked
package dev.fileapi.http.limits;

import org.jspecify.annotations.NullMarked;
